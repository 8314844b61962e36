package vn.roquyen.ui.editing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck;
import vn.roquyen.service.DraftCheck.CheckedRow;
import vn.roquyen.service.DraftRows;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Hint;
import vn.roquyen.ui.common.Parts;

/** The open draft: its records in a list, the form of the chosen one, and what can be done. */
final class DraftPane {
  private enum View {
    FORM,
    COMPARE,
    IMPACT
  }

  private static final int MOST_ROWS = 5;
  private static final double BORDERS = 4;

  /** Height of a record, in em. */
  private static final double LINE = 2.6;

  private final EditingViewModel model;
  private final Desk desk;
  private final Runnable onAnnex;
  private final Messages messages;
  private final FlowPane chips = Parts.flow("rq-facets");
  private final ListView<CheckedRow> rows = new ListView<>();
  private final VBox below = Parts.column("gap-1");
  private final Button send;
  private final Button undo;
  private final Button redo;
  private final Map<View, ToggleButton> views = new EnumMap<>(View.class);
  private final ProposedImpact impact;
  private final DraftQuestions questions;
  private final Button drop;
  private final VBox root;
  private @Nullable RowForm form;
  private String shownId = "";
  private View view = View.FORM;
  private boolean isKeyboardWanted;
  private boolean isFilling;

  /**
   * @param onAnnex asks for an annex that goes into the open draft
   */
  DraftPane(EditingViewModel model, ProposedImpact impact, Desk desk, Runnable onAnnex) {
    this.model = model;
    this.impact = impact;
    this.questions = new DraftQuestions(desk);
    this.onAnnex = onAnnex;
    this.desk = desk;
    this.messages = desk.messages();
    undo = Parts.iconButton(Feather.CORNER_UP_LEFT, messages.text("editing.undo"), model::undo);
    redo = Parts.iconButton(Feather.CORNER_UP_RIGHT, messages.text("editing.redo"), model::redo);
    send = Parts.button(messages.text("editing.send"), this::send, "accent");
    drop = Parts.button(Feather.X, messages.text("editing.drop"), this::drop, "flat");
    rows.setCellFactory(list -> new RowLine(messages));
    rows.getStyleClass().add("rq-draft-rows");
    rows.setAccessibleText(messages.text("editing.rows"));
    rows.setPlaceholder(Parts.label(messages.text("editing.rows.none"), "rq-muted"));
    rows.fixedCellSizeProperty()
        .bind(send.fontProperty().map(font -> Math.ceil(font.getSize() * LINE)));
    rows.prefHeightProperty().bind(height());
    rows.minHeightProperty().bind(height());
    rows.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    root = Parts.column("gap-2", chips, actions(), rows, choice(), below);
  }

  Node root() {
    return root;
  }

  /** As high as the records need, but the form below stays in view. */
  private ObservableValue<Number> height() {
    return Bindings.createDoubleBinding(
        () -> Math.clamp(rows.getItems().size(), 1, MOST_ROWS) * rows.getFixedCellSize() + BORDERS,
        rows.getItems(),
        rows.fixedCellSizeProperty());
  }

  /** True while something is typed that was not kept yet. */
  boolean isTyping() {
    return form != null && form.isTyping();
  }

  /** The next form that opens gets the keyboard. */
  void wantKeyboard() {
    isKeyboardWanted = true;
  }

  /** True while a draft is in view. */
  boolean isShown() {
    return root.getScene() != null;
  }

  void show(EditingViewModel.Open open) {
    DraftCheck check = open.check();
    if (!shownId.equals(open.entry().id())) {
      shownId = open.entry().id();
      form = null;
      view = View.FORM;
    }
    Draft draft = check.draft();
    undo.setDisable(!draft.canUndo());
    redo.setDisable(!draft.canRedo());
    chips.getChildren().setAll(states(check));
    send.setText(sendWords(check));
    isFilling = true;
    rows.getItems().setAll(check.rows());
    rows.getSelectionModel().select(open.chosen());
    isFilling = false;
    views.forEach((each, button) -> button.setSelected(each == view));
    Parts.show(drop, view == View.FORM && open.chosen() != null);
    if (view == View.FORM) {
      showForm(open.chosen());
    } else {
      form = null;
      below
          .getChildren()
          .setAll(
              view == View.COMPARE ? DiffView.of(check, messages) : impact.of(check.operations()));
      if (view == View.IMPACT && check.problems() > 0) {
        String left = messages.text("editing.impact.left", check.problems());
        below.getChildren().addFirst(Parts.wrapped(left, "rq-strong"));
      }
    }
  }

  private void showForm(@Nullable CheckedRow row) {
    RowForm now = form;
    if (row == null) {
      form = null;
      below.getChildren().clear();
    } else if (now != null && now.number() == row.row().number()) {
      now.update(row);
    } else {
      boolean typed = now != null || isKeyboardWanted;
      RowForm made = new RowForm(row, model, messages);
      form = made;
      below
          .getChildren()
          .setAll(
              Parts.label(messages.name("entity", row.row().entity()), "rq-strong"), made.root());
      if (typed && (isKeyboardWanted || !rows.isFocused())) {
        made.focus();
      }
      isKeyboardWanted = false;
    }
  }

  private List<Node> states(DraftCheck check) {
    List<Node> states = new ArrayList<>();
    if (check.problems() > 0) {
      states.add(Chip.bad(messages.text("editing.problems", check.problems())));
    } else if (check.operations().isEmpty()) {
      states.add(Chip.plain(messages.text("editing.unchanged")));
    } else {
      states.add(Chip.good(messages.text("editing.ready")));
    }
    if (check.secondKey()) {
      states.add(Chip.check(messages.text("editing.second")));
    }
    return states;
  }

  private Node actions() {
    MenuButton add = new MenuButton(messages.text("editing.add"));
    for (Entity kind : DraftRows.KINDS) {
      add.getItems().add(item(messages.name("entity", kind), () -> model.add(kind)));
    }
    add.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(
                messages.text("editing.find.add"),
                () -> new RecordFinder(model, desk, model::addRecord).open()),
            item(messages.text("annex.add"), onAnnex));
    Hint.on(send, messages.text("editing.send.hint"));
    return Parts.flow(
        "rq-facets",
        send,
        Parts.button(
            Feather.PLUS, messages.text("editing.add.grant"), () -> model.add(Entity.GRANT)),
        add,
        undo,
        redo,
        Parts.button(messages.text("editing.delete"), this::askToDelete, "flat"));
  }

  /** What is below the rows: the form of one, what changes in all, or what that hits. */
  private Node choice() {
    for (View each : View.values()) {
      ToggleButton button = new ToggleButton(messages.name("editing.view", each));
      button.getStyleClass().setAll("rq-segment");
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setOnAction(event -> look(each));
      views.put(each, button);
    }
    return Parts.row(
        "gap-1 align-left",
        Parts.row("gap-half", views.values().toArray(Node[]::new)),
        Parts.spacer(),
        drop);
  }

  private static MenuItem item(String name, Runnable work) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> work.run());
    return item;
  }

  private void chosen(@Nullable CheckedRow row) {
    if (!isFilling && row != null) {
      model.choose(row.row().number());
    }
  }

  private void look(View wanted) {
    view = wanted;
    EditingViewModel.Open open = model.open().get();
    if (open != null) {
      show(open);
    }
  }

  private void drop() {
    EditingViewModel.Open open = model.open().get();
    if (open != null) {
      model.drop(open.row());
    }
  }

  /** Asks first when something is hit; a draft that is not ready is told what it lacks. */
  void send() {
    if (form != null) {
      form.commit();
    }
    model.whenKept(
        open -> {
          DraftCheck check = open.check();
          if (!check.isReady()) {
            sendNow();
            return;
          }
          impact.ask(
              check.operations(),
              found -> {
                if (found.isHit()) {
                  questions.send(found, sendWords(check), this::sendNow);
                } else {
                  sendNow();
                }
              });
        });
  }

  private void sendNow() {
    model.send(
        waits ->
            desk.navigator()
                .tell(messages.text(waits ? "editing.sent.waiting" : "editing.sent.done")));
  }

  private String sendWords(DraftCheck check) {
    return messages.text(check.secondKey() ? "editing.send.second" : "editing.send");
  }

  private void askToDelete() {
    EditingViewModel.Open open = model.open().get();
    if (open != null) {
      questions.delete(model.title(open.entry()), model::delete);
    }
  }
}

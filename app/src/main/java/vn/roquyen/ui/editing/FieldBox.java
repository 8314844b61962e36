package vn.roquyen.ui.editing;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck.CheckedField;
import vn.roquyen.service.DraftCheck.Problem;
import vn.roquyen.ui.common.Parts;

/** One field of a form: its name, what is typed, what it can be completed to, what is wrong. */
final class FieldBox {
  private static final int BRIEF = 90;

  private final Messages messages;
  private final Consumer<String> onSet;
  private final Consumer<Boolean> onNext;
  private final Function<String, List<Completion.Name>> complete;
  private final TextField input = new TextField();
  private final Label note = Parts.wrapped("", "rq-meta");
  private final ContextMenu offers = new ContextMenu();
  private final VBox root;
  private String kept = "";
  private boolean isFilling;

  /**
   * @param label what people call the field
   * @param onSet takes a text that differs from what was kept
   * @param complete what a text can be completed to
   * @param onNext the field was left by Enter; true when a name was chosen, which adds no record
   */
  FieldBox(
      String label,
      CheckedField field,
      Messages messages,
      Consumer<String> onSet,
      Function<String, List<Completion.Name>> complete,
      Consumer<Boolean> onNext) {
    this.onNext = onNext;
    this.messages = messages;
    this.onSet = onSet;
    this.complete = complete;
    root = Parts.column("gap-half", Parts.caption(label, input), input, note);
    update(field);
    input.textProperty().subscribe((before, now) -> offer(now));
    input.focusedProperty().subscribe((before, now) -> focused(now));
    input.setOnAction(
        event -> {
          commit();
          onNext.accept(false);
        });
    input.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && !offers.isShowing()) {
            offer(isAnswered() ? "" : input.getText());
            event.consume();
          }
        });
  }

  VBox root() {
    return root;
  }

  TextField input() {
    return input;
  }

  /** True while something is typed that was not kept yet. */
  boolean isTyping() {
    return input.isFocused() && !input.getText().equals(kept);
  }

  /** Keeps what is typed. */
  void commit() {
    offers.hide();
    if (!input.getText().equals(kept)) {
      kept = input.getText();
      onSet.accept(meant(kept));
    }
  }

  /** A name that was typed whole means what it would mean when it is chosen. */
  private String meant(String typed) {
    String plain = PlainLetters.words(typed);
    List<String> keys =
        complete.apply(typed).stream()
            .filter(name -> name.plain().equals(plain))
            .map(Completion.Name::key)
            .toList();
    return keys.size() == 1 ? keys.getFirst() : typed;
  }

  /** Shows the field as it was read; what is being typed stays. */
  void update(CheckedField field) {
    Problem problem = field.problem();
    if (!isTyping()) {
      isFilling = true;
      kept = problem == null ? messages.valueName(field.name(), field.shown()) : field.text();
      if (!input.getText().equals(kept)) {
        input.setText(kept);
        input.end();
      }
      isFilling = false;
    }
    note.getStyleClass().remove("rq-danger");
    if (problem != null) {
      note.setText(
          messages.text("editing.problem." + problem.problem(), problem.arguments().toArray()));
      note.getStyleClass().add("rq-danger");
    } else {
      note.setText(
          field.differs() && !field.before().isEmpty()
              ? messages.text("editing.was", messages.valueName(field.name(), field.before()))
              : "");
    }
    input.setAccessibleHelp(note.getText());
    Parts.show(note, !note.getText().isEmpty());
  }

  private void focused(boolean now) {
    if (!now) {
      commit();
    }
  }

  /** True when nothing else fits what is there: then all can be chosen from anew. */
  private boolean isAnswered() {
    return input.getText().equals(kept) && complete.apply(kept).size() <= 1;
  }

  private void offer(String typed) {
    if (isFilling || !input.isFocused()) {
      return;
    }
    List<Completion.Name> found = complete.apply(typed);
    if (offers.isShowing() && offers.getItems().size() != found.size()) {
      // A list that stands above its field would hang in the air when it gets shorter.
      offers.hide();
    }
    offers.getItems().clear();
    for (Completion.Name name : found) {
      MenuItem item = new MenuItem(Parts.brief(name.name(), BRIEF));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> take(name));
      offers.getItems().add(item);
    }
    if (found.isEmpty()) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(input, Side.BOTTOM, 0, 0);
    }
  }

  private void take(Completion.Name name) {
    isFilling = true;
    kept = name.name();
    input.setText(kept);
    input.end();
    isFilling = false;
    onSet.accept(name.key());
    onNext.accept(true);
  }
}

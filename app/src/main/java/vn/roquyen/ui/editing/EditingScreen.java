package vn.roquyen.ui.editing;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.DraftRows;
import vn.roquyen.service.EditableRecords.Known;
import vn.roquyen.service.EditingServices;
import vn.roquyen.service.ImpactService;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.common.SideBySide;
import vn.roquyen.ui.editing.EditingViewModel.Open;
import vn.roquyen.ui.editing.EditingViewModel.Shown;

/** Drafts and what waits for approval at the left; the chosen one at the right. */
public final class EditingScreen implements Screen {
  private final Desk desk;
  private final Messages messages;
  private final DataChanges changes;
  private final EditingViewModel model;
  private final ListView<Entry> list = new ListView<>();
  private final Label note = Parts.wrapped("", "rq-muted");
  private final Label draftTitle = Parts.wrapped("", "rq-title");
  private final VBox content = Parts.column("rq-card");
  private final AnnexViewModel annexes;
  private final AnnexEntrance entrance;
  private final AnnexPane annex;
  private final DraftPane draft;
  private final WaitingPane waiting;
  private final ScrollPane scroll = new ScrollPane(content);
  private final SideBySide both;
  private Subscription subscription = Subscription.EMPTY;
  private String shownId = "";
  private final MenuButton begin = new MenuButton();
  private boolean isFilling;

  /** True until the first rows are there since the screen was shown. */
  private boolean isArriving;

  public EditingScreen(
      EditingServices services,
      RegisterSource registers,
      ImpactService impacts,
      DataChanges changes,
      Desk desk) {
    this.desk = desk;
    this.messages = desk.messages();
    this.changes = changes;
    this.model =
        new EditingViewModel(
            services,
            registers,
            desk.background().lane("editing"),
            messages,
            desk.navigator()::fail);
    this.annexes =
        new AnnexViewModel(
            services, desk.background().lane("annex"), messages, desk.navigator()::fail);
    this.entrance = new AnnexEntrance(annexes, desk, file -> annex(file, false));
    this.annex = new AnnexPane(annexes, model::title, desk, this::taken);
    ProposedImpact impact = new ProposedImpact(impacts, desk);
    this.draft =
        new DraftPane(
            model, impact, desk, () -> entrance.choose(root(), file -> annex(file, true)));
    this.waiting = new WaitingPane(model, impact, desk, draft::wantKeyboard);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("rq-card-scroll");
    Parts.paged(scroll);
    Parts.followed(scroll);
    this.both = new SideBySide(left(), scroll, messages.text("browse.back"));
    note.setText(messages.text("editing.loading"));
    model.shown().subscribe(this::show);
    model.open().subscribe(this::show);
    annexes.state().subscribe(state -> show(model.open().get()));
    entrance.takeDrops(both);
    both.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  @Override
  public Node root() {
    return both;
  }

  @Override
  public void shown() {
    subscription = changes.subscribe(change -> Platform.runLater(model::load))::close;
    model.load();
    isArriving = true;
    takeKeyboard();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
  }

  /** Listens by itself, so that the keyboard stays where it is. */
  @Override
  public void dataChanged() {}

  private VBox left() {
    begin.setText(messages.text("editing.new"));
    begin.getStyleClass().add("accent");
    for (Entity kind : DraftRows.KINDS) {
      MenuItem item = new MenuItem(messages.name("entity", kind));
      item.setOnAction(
          event -> {
            begin(kind);
          });
      begin.getItems().add(item);
    }
    list.setCellFactory(any -> new EntryCell(model::title, messages));
    list.getStyleClass().addAll("rq-hits", "edge-to-edge");
    list.setAccessibleText(messages.text("editing.list"));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    list.setOnMouseClicked(event -> both.showDetail());
    VBox.setVgrow(list, Priority.ALWAYS);
    Button find =
        Parts.button(
            Feather.SEARCH,
            messages.text("editing.find.open"),
            () -> new RecordFinder(model, desk, this::beginWith).open());
    VBox head =
        Parts.column("rq-list-head", Parts.flow("rq-facets", begin, find, entrance.menu()), note);
    return Parts.column("rq-list-pane", head, list);
  }

  private void begin(Entity kind) {
    both.showDetail();
    draft.wantKeyboard();
    model.begin(kind);
  }

  private void beginWith(Known record, DraftRow.Kind kind) {
    both.showDetail();
    draft.wantKeyboard();
    model.beginWith(record, kind);
  }

  /** Takes what a card shows into a draft. */
  public void edit(String id) {
    both.showDetail();
    model.edit(id);
  }

  /**
   * Reads an annex. While a draft is open a person can choose whether it goes into that or into a
   * new one.
   *
   * @param intoOpen which of both is chosen at first
   */
  void annex(Path file, boolean intoOpen) {
    both.showDetail();
    Open now = model.open().get();
    boolean isWriting = now != null && now.entry() instanceof Entry.Writing;
    annexes.open(file, isWriting ? now.check().draft() : null, intoOpen);
  }

  private void taken(Draft taken) {
    draft.wantKeyboard();
    model.open(new Entry.Writing(taken));
    model.load();
    desk.navigator().tell(messages.text("annex.taken"));
  }

  private void chosen(@Nullable Entry entry) {
    if (!isFilling && entry != null) {
      annexes.close();
      model.open(entry);
    }
  }

  private void show(@Nullable Shown shown) {
    if (shown == null) {
      return;
    }
    boolean hadKeyboard = list.isFocused() || (isArriving && begin.isFocused());
    isArriving = false;
    isFilling = true;
    list.getItems().setAll(shown.entries());
    mark();
    isFilling = false;
    if (hadKeyboard) {
      takeKeyboard();
    }
    String words =
        shown.unreadable().isEmpty()
            ? shown.entries().isEmpty() ? messages.text("editing.nothing") : ""
            : messages.text("editing.unreadable", String.join(", ", shown.unreadable()));
    note.setText(words);
    Parts.show(note, !words.isEmpty());
  }

  private void show(@Nullable Open open) {
    isFilling = true;
    mark();
    isFilling = false;
    if (!(annexes.state().get() instanceof AnnexViewModel.State.None)) {
      if (!content.getChildren().contains(annex.root())) {
        content.getChildren().setAll(annex.root());
      }
      return;
    }
    boolean hadKeyboard = content.isFocusWithin();
    if (open == null) {
      shownId = "";
      content.getChildren().setAll(Parts.emptyCard(Feather.EDIT_3, messages.text("editing.none")));
      giveBack(hadKeyboard);
      return;
    }
    switch (open.entry()) {
      case Entry.Writing writing -> {
        draftTitle.setText(model.title(writing));
        if (!content.getChildren().contains(draft.root())) {
          content.getChildren().setAll(draftTitle, draft.root());
        }
        draft.show(open);
      }
      case Entry.Waiting change -> waiting.show(content, open, change);
    }
    giveBack(hadKeyboard);
    if (!open.entry().id().equals(shownId)) {
      shownId = open.entry().id();
      scroll.setVvalue(0);
    }
  }

  /** Where what had the keyboard is gone, the list has it, and not whatever stands first. */
  private void giveBack(boolean hadKeyboard) {
    if (hadKeyboard && !content.isFocusWithin()) {
      takeKeyboard();
    }
  }

  /** A list without rows shows no keyboard; what can be done then is to begin. */
  private void takeKeyboard() {
    if (list.getItems().isEmpty()) {
      begin.requestFocus();
    } else {
      list.requestFocus();
    }
  }

  private void mark() {
    Open open = model.open().get();
    if (open == null) {
      list.getSelectionModel().clearSelection();
      return;
    }
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).id().equals(open.entry().id())) {
        list.getSelectionModel().select(i);
      }
    }
  }

  /** What is being typed is undone letter by letter; after that, step by step. */
  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.N) {
      begin(Entity.INSTRUMENT);
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER && draft.isShown()) {
      draft.send();
      event.consume();
    } else if (event.isShortcutDown() && !draft.isTyping()) {
      if (event.getCode() == KeyCode.Z && !event.isShiftDown()) {
        model.undo();
        event.consume();
      } else if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z) {
        model.redo();
        event.consume();
      }
    }
  }
}

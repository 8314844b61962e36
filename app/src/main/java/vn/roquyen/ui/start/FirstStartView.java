package vn.roquyen.ui.start;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImportReport.Outcome;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.importing.ImportView;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.importing.ImportViewModel.State;
import vn.roquyen.ui.start.FirstStartViewModel.Source;
import vn.roquyen.ui.start.FirstStartViewModel.Step;

/** The first start in place of the screens: three questions, then the data are loaded. */
public final class FirstStartView {
  private final FirstStartViewModel model;
  private final ImportViewModel imports;
  private final Messages messages;
  private final Consumer<Source> onChosen;
  private final Runnable onFinished;
  private final StackPane question = new StackPane();
  private final HBox steps = Parts.row("gap-2 align-left rq-start-steps");
  private final Button back;
  private final Button next;
  private final Region root;

  /**
   * @param onChosen starts loading from where the data come from
   * @param onFinished told when all is answered and the data are there
   */
  public FirstStartView(
      FirstStartViewModel model,
      ImportViewModel imports,
      Consumer<Source> onChosen,
      Messages messages,
      Runnable onFinished) {
    this.model = model;
    this.onChosen = onChosen;
    this.imports = imports;
    this.messages = messages;
    this.onFinished = onFinished;
    back = Parts.button(messages.text("start.back"), model::back, "flat");
    next = Parts.button(messages.text("start.next"), this::next, "accent");
    next.setDefaultButton(true);
    next.disableProperty().bind(model.answered().not());
    Node progress = new ImportView(imports, messages).root();
    ScrollPane room = new ScrollPane(question);
    room.setFitToWidth(true);
    room.setFitToHeight(true);
    room.getStyleClass().add("rq-card-scroll");
    room.setFocusTraversable(false);
    VBox.setVgrow(room, Priority.ALWAYS);
    VBox card =
        Parts.column(
            "gap-2 rq-start-card",
            steps,
            room,
            progress,
            Parts.row("gap-1 align-left", back, Parts.spacer(), next));
    card.setMaxHeight(Region.USE_PREF_SIZE);
    root = Parts.column("rq-start", card);
    model.step().subscribe(this::show);
    imports.state().subscribe(this::importIs);
  }

  public Region root() {
    return root;
  }

  private void show(Step step) {
    steps.getChildren().setAll(marks(step));
    question
        .getChildren()
        .setAll(
            switch (step) {
              case ROLE -> new RoleQuestion(model, messages, this::next).root();
              case UNIT -> unit();
              case DATA -> new DataQuestion(model, messages).root();
            });
    back.setVisible(step != Step.ROLE);
    next.setText(messages.text(step == Step.DATA ? "start.begin" : "start.next"));
  }

  private List<Node> marks(Step now) {
    List<Node> marks = new ArrayList<>();
    for (Step step : Step.values()) {
      boolean done = step.ordinal() < now.ordinal();
      Node number =
          done
              ? Icons.of(Feather.CHECK)
              : Parts.label(Integer.toString(step.ordinal() + 1), "rq-strong");
      StackPane circle = new StackPane(number);
      circle.getStyleClass().add("rq-start-number");
      HBox mark =
          Parts.row(
              "gap-1 align-left rq-start-mark",
              circle,
              Parts.label(messages.text("start.step." + step), "rq-strong"));
      mark.getStyleClass().add(step == now ? "now" : done ? "done" : "later");
      marks.add(mark);
    }
    return marks;
  }

  private Node unit() {
    UnitChoice choice = new UnitChoice(model::search, model.unit()::set, messages);
    choice.select(model.unit().get());
    VBox content =
        Parts.column("gap-2", Parts.label(messages.text("start.unit"), "rq-title"), choice.root());
    VBox.setVgrow(choice.root(), Priority.ALWAYS);
    Platform.runLater(choice::focus);
    return content;
  }

  private void next() {
    if (model.next()) {
      return;
    }
    switch (model.source().get()) {
      case Source.Present present -> onFinished.run();
      case null -> {}
      case Source chosen -> onChosen.accept(chosen);
    }
  }

  private void importIs(State state) {
    boolean running = state instanceof State.Running;
    question.setDisable(running);
    back.setDisable(running);
    Parts.show(next, !running);
    if (state instanceof State.Ended ended && ended.report().outcome() != Outcome.REFUSED) {
      onFinished.run();
    }
  }
}

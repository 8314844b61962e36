package vn.roquyen.ui.sync;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Register;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.LostRow;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Navigator;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.sync.SyncViewModel.Event;
import vn.roquyen.ui.sync.SyncViewModel.State;

/**
 * Tells that another machine wrote under the name of this one, so that some of what was written
 * does not count, and offers to enter it again. It is there only while there is something to say.
 */
final class LostPanel {
  private final SyncViewModel model;
  private final Navigator navigator;
  private final Messages messages;
  private final VBox told = Parts.column("gap-1");
  private final VBox done = Parts.column("gap-1");
  private final VBox root = Parts.column("gap-2 rq-panel rq-lost", told, done);
  private List<LostRow> open = List.of();

  LostPanel(SyncViewModel model, Navigator navigator, Messages messages) {
    this.model = model;
    this.navigator = navigator;
    this.messages = messages;
    Parts.show(root, false);
    model.event().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  void show(State state) {
    open = state.lost().stream().filter(row -> row.state() != LostRow.State.DECLINED).toList();
    long waiting = count(LostRow.State.WAITING);
    long offered = open.size() - waiting;
    List<Node> lines = new ArrayList<>();
    if (!open.isEmpty()) {
      lines.add(
          Parts.row(
              "gap-1 align-top rq-note",
              Icons.of(Feather.ALERT_TRIANGLE),
              Parts.grow(Parts.wrapped(messages.text("sync.lost"), "rq-strong"))));
      lines.add(Parts.wrapped(messages.text("sync.lost.what", offered)));
      if (waiting > 0) {
        lines.add(Parts.wrapped(messages.text("sync.lost.waiting", waiting), "rq-meta"));
      }
      if (offered > 0) {
        Button resend =
            Parts.button(
                Feather.REPEAT,
                messages.text("sync.lost.resend"),
                () -> ask(state.register()),
                "accent");
        resend.disableProperty().bind(model.busy());
        lines.add(Parts.flow("rq-facets", resend));
      }
    }
    Parts.replace(told, lines);
    Parts.show(told, !lines.isEmpty());
    showRoot();
  }

  private long count(LostRow.State wanted) {
    return open.stream().filter(row -> row.state() == wanted).count();
  }

  private void ask(Register register) {
    List<LostRow> rows = open.stream().filter(row -> row.state() != LostRow.State.WAITING).toList();
    LostForm form =
        new LostForm(
            model, rows, new RowWords(register, messages), messages, navigator::closeDialog);
    navigator.showDialog(form.root());
    form.focus();
  }

  private void show(@Nullable Event event) {
    List<Node> lines = new ArrayList<>();
    switch (event) {
      case Event.Resent resent ->
          lines.add(
              Parts.wrapped(
                  resent.waiting() == 0
                      ? messages.text("sync.lost.resent.plain", resent.rows())
                      : messages.text("sync.lost.resent", resent.rows(), resent.waiting())));
      case Event.Declined declined -> {
        Button back =
            Parts.button(
                Feather.ROTATE_CCW,
                messages.text("sync.review.undo"),
                () -> model.askAgain(declined.rows()));
        back.disableProperty().bind(model.busy());
        lines.add(
            Parts.flow(
                "rq-facets",
                Parts.label(messages.text("sync.lost.declined", declined.rows().size())),
                back));
      }
      case null, default -> {}
    }
    done.getChildren().setAll(lines);
    Parts.show(done, !lines.isEmpty());
    showRoot();
  }

  private void showRoot() {
    Parts.show(root, told.isVisible() || done.isVisible());
  }
}

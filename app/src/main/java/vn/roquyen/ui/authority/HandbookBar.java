package vn.roquyen.ui.authority;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Choice;
import vn.roquyen.ui.common.ChoiceList;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Hint;
import vn.roquyen.ui.common.Parts;

/** Prints the handbook of the commune, or that of one organ or position; shows how far it is. */
final class HandbookBar {
  private final HandbookViewModel model;
  private final Desk desk;
  private final ProgressBar bar = new ProgressBar();
  private final Button stop;
  private final Node root;

  HandbookBar(HandbookViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    Messages messages = desk.messages();
    Button all =
        Parts.button(Feather.BOOK_OPEN, messages.text("handbook.print"), () -> print(null));
    all.setId("handbook");
    Hint.on(all, messages.text("handbook.print.hint"));
    Button one = Parts.button(messages.text("handbook.print.body"), this::choose);
    one.setId("handbook-body");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("handbook.running"));
    stop = Parts.button(Feather.X, messages.text("importing.stop"), model::stop);
    root = Parts.row("gap-1 align-left", all, one, Parts.grow(bar), stop);
    model.running().subscribe(this::show);
    List.of(all, one).forEach(button -> button.disableProperty().bind(model.running().isNotNull()));
  }

  Node root() {
    return root;
  }

  private void show(HandbookViewModel.@Nullable Running running) {
    Parts.show(bar, running != null);
    Parts.show(stop, running != null);
    if (running != null) {
      bar.setProgress(running.share());
      stop.setDisable(running.stopping());
    }
  }

  private void print(@Nullable Body body) {
    model.print(
        body,
        desk.standpoint().get(),
        written ->
            desk.navigator()
                .tell(desk.messages().text("handbook.done", written.file().toString())));
  }

  private void choose() {
    model.receivers(
        desk.standpoint().get(),
        receivers -> {
          List<Choice<Body>> choices = new ArrayList<>();
          new VietnameseOrder()
              .sorted(receivers, one -> one.body().name())
              .forEach(
                  one -> choices.add(new Choice<>(one.body(), one.body().name(), one.granted())));
          String title = desk.messages().text("handbook.print.which");
          desk.navigator()
              .showDialog(new ChoiceList<>(title, choices, desk, this::print).content());
        });
  }
}

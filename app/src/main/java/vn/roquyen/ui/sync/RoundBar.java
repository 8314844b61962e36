package vn.roquyen.ui.sync;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Progress.Phase;
import vn.roquyen.ui.common.Amounts;
import vn.roquyen.ui.common.Parts;

/** How far a round is: in words, as a bar, and a button that stops it. */
final class RoundBar {
  private final Messages messages;
  private final Label words = Parts.wrapped("");
  private final ProgressBar bar = new ProgressBar();
  private final Button stop;
  private final VBox root;

  RoundBar(SyncViewModel model, Messages messages) {
    this.messages = messages;
    stop = Parts.button(Feather.X, messages.text("sync.round.stop"), model::stop);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("sync.busy"));
    root = Parts.column("gap-1", words, Parts.row("gap-2 align-left", Parts.grow(bar), stop));
  }

  VBox root() {
    return root;
  }

  void show(RoundReport.Running running) {
    words.setText(words(running));
    bar.setProgress(running.total() <= 0 ? -1 : (double) running.done() / running.total());
    stop.setDisable(running.stopping());
  }

  /** "Đang gửi 3/7 (còn khoảng 40 giây)". */
  private String words(RoundReport.Running running) {
    if (running.stopping()) {
      return messages.text("sync.round.stopping");
    }
    if (running.store().isEmpty()) {
      return left(running, received(running));
    }
    if (running.total() <= 0) {
      return messages.text("sync.round.start", running.store());
    }
    boolean sends = running.phase() == Phase.SEND;
    long at = Math.min(running.total(), running.done() + (sends ? 1 : 0));
    String said =
        messages.text(sends ? "sync.round.send" : "sync.round.fetch", at, running.total());
    return left(running, said);
  }

  private String received(RoundReport.Running running) {
    return running.total() <= 0
        ? messages.text("sync.receiving.start")
        : messages.text(
            "sync.receiving",
            Amounts.bytes(running.done(), messages),
            Amounts.bytes(running.total(), messages));
  }

  private String left(RoundReport.Running running, String said) {
    Duration left = running.left();
    return left == null
        ? said
        : messages.text("sync.round.left", said, Amounts.time(left, messages));
  }
}

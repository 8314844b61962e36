package vn.roquyen.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Progress;
import vn.roquyen.ui.common.Parts;

/** Stands in the middle while the data are opened; shows how far a rebuild is when there is one. */
public final class OpeningView {
  private final Messages messages;
  private final Label words;
  private final ProgressBar bar = new ProgressBar();
  private final VBox root;

  public OpeningView(Messages messages) {
    this.messages = messages;
    words = Parts.label(messages.text("window.opening"), "rq-muted");
    bar.getStyleClass().add("rq-opening-bar");
    bar.setAccessibleText(messages.text("importing.progress"));
    Parts.show(bar, false);
    root = Parts.column("rq-full", words, bar);
  }

  public Node root() {
    return root;
  }

  /**
   * Shows how far a part of the work is.
   *
   * @param share from 0 to 1, or -1 when that is not known
   */
  public void show(Progress.Phase phase, double share) {
    words.setText(messages.text("importing.phase." + phase));
    bar.setProgress(share);
    Parts.show(bar, true);
  }
}

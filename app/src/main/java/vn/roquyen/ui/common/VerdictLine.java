package vn.roquyen.ui.common;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import vn.roquyen.domain.Answer;
import vn.roquyen.platform.Messages;

/** A verdict in one line of a list: a dot in its colour, the short words, then further facts. */
public final class VerdictLine extends HBox {
  private static final List<String> LOOKS = List.of("good", "bad", "check");

  private final Messages messages;
  private final Label verdict = Parts.label("", "rq-hit-verdict");
  private final Label about = Parts.label("", "rq-meta");

  public VerdictLine(Messages messages) {
    this.messages = messages;
    Region dot = new Region();
    dot.getStyleClass().add("rq-dot");
    verdict.setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().addAll("gap-1", "align-left");
    getChildren().addAll(dot, verdict, about);
  }

  /** Shows a verdict and facts in place of the former ones. */
  public void show(Answer answer, String facts) {
    getStyleClass().removeAll(LOOKS);
    getStyleClass().add(look(answer));
    verdict.setText(messages.name("answer.short", answer));
    about.setText(facts);
  }

  /** What a screen reader says of it. */
  public String words() {
    return verdict.getText() + ". " + about.getText();
  }

  /** The style class of a verdict's colours. */
  public static String look(Answer answer) {
    return switch (answer) {
      case COMMUNE -> "good";
      case NOT_COMMUNE -> "bad";
      case UNDETERMINED -> "check";
    };
  }
}

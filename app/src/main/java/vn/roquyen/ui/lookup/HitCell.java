package vn.roquyen.ui.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Confidence;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.LookupHit;
import vn.roquyen.ui.common.Marked;
import vn.roquyen.ui.common.Parts;

/**
 * One result: title with marks, then the verdict in colour and words, then where it belongs. Its
 * nodes are made once and filled anew; it subscribes to nothing.
 */
final class HitCell extends ListCell<LookupHit> {
  private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
  private static final int LONG_TITLE = 150;
  private static final List<String> VERDICTS = List.of("good", "bad", "check", "none");

  private final Messages messages;
  private final ToIntFunction<LookupHit> rank;
  private final Label head = Parts.label("", "rq-head", "rq-hit-head");
  private final Marked title = new Marked("rq-hit-title");
  private final Region dot = new Region();
  private final Label verdict = Parts.label("", "rq-hit-verdict");
  private final Label about = Parts.label("", "rq-meta");
  private final HBox line = Parts.row("gap-1 align-left", dot, verdict, about);
  private final VBox content = Parts.column("rq-hit", head, title, line);

  /**
   * @param rank place of a hit among those that may only be related; -1 when it is sure
   */
  HitCell(Messages messages, ToIntFunction<LookupHit> rank) {
    this.messages = messages;
    this.rank = rank;
    head.setText(messages.text("lookup.related"));
    dot.getStyleClass().add("rq-dot");
    getStyleClass().add("rq-hit-cell");
    verdict.setMinWidth(Region.USE_PREF_SIZE);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable LookupHit hit, boolean empty) {
    super.updateItem(hit, empty);
    setText(null);
    if (empty || hit == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    int related = rank.applyAsInt(hit);
    Parts.show(head, related == 0 && getIndex() > 0);
    pseudoClassStateChanged(UNSURE, hit.confidence() == Confidence.LOW);
    title.setText(Parts.brief(hit.title(), LONG_TITLE), hit.marks());
    String words = verdictWords(hit);
    verdict.setText(words);
    look(hit.competence() == null ? "none" : look(hit.competence().answer()));
    Parts.show(dot, hit.competence() != null);
    about.setText(String.join(" · ", facts(hit)));
    setAccessibleText(hit.title() + ". " + words + ". " + about.getText());
    setGraphic(content);
  }

  /** The skin would measure the content on one endless line, or take the theme's cell size. */
  @Override
  protected double computePrefHeight(double width) {
    return getGraphic() == null || width < 0
        ? super.computePrefHeight(width)
        : snapSizeY(content.prefHeight(width));
  }

  private String verdictWords(LookupHit hit) {
    if (hit.competence() != null) {
      return messages.name("answer.short", hit.competence().answer());
    }
    return hit.status() == null
        ? messages.name("kind.short", hit.kind())
        : messages.name("status", hit.status());
  }

  private List<String> facts(LookupHit hit) {
    List<String> facts = new ArrayList<>();
    add(facts, hit.number());
    add(
        facts,
        hit.limit() == null
            ? null
            : messages.text("limit." + hit.limit().unit(), hit.limit().amount()));
    add(facts, hit.mode() == null ? null : messages.name("mode", hit.mode()));
    add(facts, hit.field());
    return facts;
  }

  private static void add(List<String> facts, @Nullable String fact) {
    if (fact != null && !fact.isBlank()) {
      facts.add(fact);
    }
  }

  private static String look(Answer answer) {
    return switch (answer) {
      case COMMUNE -> "good";
      case NOT_COMMUNE -> "bad";
      case UNDETERMINED -> "check";
    };
  }

  private void look(String look) {
    line.getStyleClass().removeAll(VERDICTS);
    line.getStyleClass().add(look);
  }
}

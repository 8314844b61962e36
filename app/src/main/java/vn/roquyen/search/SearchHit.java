package vn.roquyen.search;

import java.util.List;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Span;

/**
 * One hit in rank order.
 *
 * @param marks where the title matches the question
 */
public record SearchHit(
    String id,
    RecordKind kind,
    String title,
    double score,
    Confidence confidence,
    List<Span> marks) {

  /** The same under another title, which the marks do not fit. */
  public SearchHit titled(String other) {
    return title.equals(other)
        ? this
        : new SearchHit(id, kind, other, score, confidence, List.of());
  }
}

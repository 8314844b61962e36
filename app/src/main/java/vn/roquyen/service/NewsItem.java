package vn.roquyen.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Acknowledgement;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.domain.impact.Difference.Subject;

/**
 * One thing that a unit has to know: what differs, what will end, what it has not confirmed yet.
 *
 * @param id of the record; of a grant for all that can be confirmed
 * @param about the record to look up: the power or procedure of a grant
 * @param difference null for what ends soon or stands unconfirmed; of a procedure in a list without
 *     its fields
 * @param before who was competent in the unit on the first day; null for instruments, and for what
 *     the register did not have
 * @param after who is on the second day, or on the day on which a grant begins that begins later
 * @param basis label of the instrument on which it rests
 * @param on from when, or the last day of what ends soon; null when the register does not say it
 * @param confirmed the unit's confirmation of the present state, else null
 * @param asks true when the unit is to confirm it
 * @param here true when it concerns a power of the commune
 */
public record NewsItem(
    Kind kind,
    Subject subject,
    String id,
    String about,
    String title,
    @Nullable Difference difference,
    @Nullable Competence before,
    @Nullable Competence after,
    @Nullable String basis,
    @Nullable LocalDate on,
    Todo todo,
    @Nullable Acknowledgement confirmed,
    boolean asks,
    boolean here) {

  /** What it is; the most urgent first. */
  public enum Kind {
    ENDED,
    EXPIRING,
    CHANGED,
    NEW,
    /** Nothing differs, but the unit has not confirmed it. */
    OPEN;

    static Kind of(Difference.Kind kind) {
      return switch (kind) {
        case NEW -> NEW;
        case CHANGED -> CHANGED;
        case ENDED -> ENDED;
      };
    }
  }

  /** What there is to do. */
  public enum Todo {
    TAKE_ON,
    READ_AGAIN,
    STOP,
    PREPARE,
    /** The unit has confirmed it. */
    CONFIRMED,
    KNOW
  }

  /** The same with more of what differs. */
  NewsItem with(@Nullable Difference whole) {
    return new NewsItem(
        kind, subject, id, about, title, whole, before, after, basis, on, todo, confirmed, asks,
        here);
  }

  /** True for a procedure that differs in its texts, which a list leaves out. */
  public boolean hasLongTexts() {
    return subject == Subject.PROCEDURE
        && difference != null
        && difference.kind() == Difference.Kind.CHANGED;
  }

  /** One name for it among all items. */
  public String key() {
    return kind + "/" + subject + "/" + id;
  }
}

package vn.roquyen.domain.impact;

import java.util.List;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.RecordKind;

/**
 * One thing that is not the same on two days.
 *
 * @param id of the grant or instrument
 * @param about the power of a grant, or the instrument itself
 * @param title of the power or instrument
 * @param before status of the instrument, or of the grant's basis
 */
public record Difference(
    Kind kind,
    Subject subject,
    String id,
    String about,
    String title,
    InstrumentStatus before,
    InstrumentStatus after,
    Reason reason) {

  /** How it differs. */
  public enum Kind {
    NEW,
    CHANGED,
    ENDED
  }

  /** What differs. */
  public enum Subject {
    INSTRUMENT,
    GRANT
  }

  /**
   * Why it differs.
   *
   * @param arguments what its sentence names
   */
  public record Reason(Why why, List<String> arguments) {
    Reason(Why why, String... arguments) {
      this(why, List.of(arguments));
    }
  }

  /** The reasons there are. */
  public enum Why {
    /** An instrument begins: its effective day or its day of issue. */
    BEGINS,
    /** Its own last day has passed. */
    TERM_OVER,
    AMENDED,
    REPLACED,
    REPEALED,
    /** The term of the grant begins or ends. */
    GRANT_BEGINS,
    GRANT_ENDS,
    STATUS
  }

  /** The kind of record under which {@link #about} can be looked up. */
  public RecordKind recordKind() {
    return subject == Subject.INSTRUMENT ? RecordKind.INSTRUMENT : RecordKind.POWER;
  }
}

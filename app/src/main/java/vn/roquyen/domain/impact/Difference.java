package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.InstrumentStatus;

/**
 * One thing that is not the same on two days.
 *
 * @param id of the record
 * @param about the power of a grant, the first instrument of a relation, else the record itself
 * @param title of the power, instrument or procedure
 * @param before status of the instrument, or of the grant's basis; null for others and for what was
 *     not there
 * @param basis the instrument on which a grant rests, by its label
 * @param fields what was written differently; empty for a record that is wholly new or gone
 * @param causes the changes that wrote it between the two days
 */
public record Difference(
    Kind kind,
    Subject subject,
    String id,
    String about,
    String title,
    @Nullable InstrumentStatus before,
    @Nullable InstrumentStatus after,
    Reason reason,
    @Nullable String basis,
    List<FieldChange> fields,
    List<Cause> causes) {

  /** How it differs. */
  public enum Kind {
    NEW,
    CHANGED,
    ENDED
  }

  /** What differs. */
  public enum Subject {
    INSTRUMENT(Entity.INSTRUMENT),
    GRANT(Entity.GRANT),
    RELATION(Entity.INSTRUMENT_RELATION),
    PROVISION(Entity.PROVISION),
    POWER(Entity.POWER),
    PROCEDURE(Entity.PROCEDURE),
    BODY(Entity.BODY),
    FIELD(Entity.FIELD);

    private final Entity entity;

    Subject(Entity entity) {
      this.entity = entity;
    }

    /** Whose rows are compared. */
    public Entity entity() {
      return entity;
    }
  }

  /**
   * Why it differs.
   *
   * @param arguments what its sentence names
   */
  public record Reason(Why why, List<String> arguments) {
    public Reason(Why why, String... arguments) {
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
    STATUS,
    /** The register did not have it, has it otherwise, or has it no more. */
    ENTERED,
    CORRECTED,
    REMOVED
  }

  /**
   * A field that was written differently, as people read it.
   *
   * @param column name of the field
   */
  public record FieldChange(String column, @Nullable String before, @Nullable String after) {}

  /**
   * Who wrote it.
   *
   * @param change id of the change
   * @param unit name of the author's unit
   * @param on when this register received it
   */
  public record Cause(String change, String author, String unit, LocalDate on) {}

  /** The same with what the rows themselves tell. */
  public Difference with(List<FieldChange> written, List<Cause> by) {
    Reason why =
        reason.why() == Why.STATUS && !written.isEmpty() ? new Reason(Why.CORRECTED) : reason;
    return new Difference(kind, subject, id, about, title, before, after, why, basis, written, by);
  }
}

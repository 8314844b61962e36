package vn.roquyen.service;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.DossierItem;
import vn.roquyen.domain.Fee;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.TimeLimit;

/**
 * Everything that is said of one record in one commune on one day: the card of the window, the
 * printed slip and the copied text all say this and nothing else. What is null is not known.
 *
 * @param competence null for an instrument
 * @param basis the instruments that it rests on, without repetition
 * @param handling how it is handled; null unless it is a procedure
 * @param instrument null unless it is an instrument
 */
public record AnswerCard(
    Subject subject,
    Place place,
    @Nullable Competence competence,
    List<Basis> basis,
    @Nullable Handling handling,
    @Nullable InstrumentFacts instrument,
    Source source) {

  /** What the card is about. */
  public record Subject(
      String id,
      RecordKind kind,
      String title,
      @Nullable String description,
      @Nullable String field,
      List<Mode> modes) {}

  /** Where and when the question is asked. */
  public record Place(Commune unit, LocalDate date) {}

  /**
   * One instrument as a basis.
   *
   * @param instrumentId null when the register does not hold the instrument
   * @param status on the day asked for
   */
  public record Basis(
      @Nullable String instrumentId,
      @Nullable String number,
      @Nullable String title,
      @Nullable String issuer,
      @Nullable LocalDate issuedOn,
      @Nullable String provision,
      InstrumentStatus status) {

    /** The number where there is one, else the title. */
    public String label() {
      return number != null ? number : String.valueOf(title);
    }
  }

  /**
   * How a procedure is handled.
   *
   * @param agency who carries it out, as the source writes it
   * @param authority who decides, as the source writes it
   * @param received the day of filing, which is not counted: the day asked for
   */
  public record Handling(
      @Nullable String subjects,
      @Nullable String agency,
      @Nullable String authority,
      LocalDate received,
      List<Filing> filings,
      List<DossierGroup> dossier,
      List<String> steps,
      @Nullable String conditions,
      @Nullable String result,
      @Nullable String url) {}

  /**
   * One way to file.
   *
   * @param limit null when the source does not give a number with a unit
   * @param limitAsGiven the bare number when the unit is missing
   * @param due the day on which the result is due when it is filed on the day asked for
   * @param fee null when the source does not speak of a fee
   * @param dueProvisional true when the days off until then are not announced yet
   */
  public record Filing(
      String channel,
      @Nullable TimeLimit limit,
      @Nullable String limitAsGiven,
      @Nullable LocalDate due,
      @Nullable Fee fee,
      @Nullable String note,
      boolean dueProvisional) {}

  /** Papers that belong together: alternatives, or those of one case. */
  public record DossierGroup(@Nullable String name, List<DossierItem> items) {}

  /**
   * An instrument with what it does to others and what rests on it.
   *
   * @param status on the day asked for
   */
  public record InstrumentFacts(
      Instrument instrument,
      @Nullable String issuer,
      InstrumentStatus status,
      List<Related> relations,
      List<Resting> resting) {}

  /**
   * Another instrument.
   *
   * @param outgoing true when this one acts on the other
   */
  public record Related(
      RelationKind relation,
      boolean outgoing,
      String id,
      String label,
      InstrumentStatus status,
      @Nullable String note) {}

  /** A power or procedure that was granted by the instrument. */
  public record Resting(String id, String title, Mode mode) {

    /** What a grant gave. */
    static Resting of(Grant grant, Register register) {
      return new Resting(grant.powerId(), register.titleOf(grant.powerId()), grant.mode());
    }
  }

  /**
   * From which state of the data the card was made.
   *
   * @param snapshot the day on which the national catalogue was read; null for others
   */
  public record Source(long revision, @Nullable LocalDate snapshot) {}
}

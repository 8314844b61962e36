package vn.roquyen.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.Warning;

/**
 * All that the register knows of one instrument: what it does to others, what others do to it, and
 * what would lose its basis without it.
 *
 * @param outgoing relations in which this instrument acts on the other
 * @param incoming relations in which the other acts on this one
 * @param provisions what the register has of its provisions, in the order of the document
 * @param powers powers of which a grant rests on it
 * @param procedures the first procedures that name it in their legal basis, by name
 * @param procedureCount how many do
 * @param oddities what is odd or missing in it
 */
public record InstrumentDetail(
    InstrumentLine line,
    List<Related> outgoing,
    List<Related> incoming,
    List<ProvisionLine> provisions,
    List<PowerAtUnit> powers,
    List<ProcedureLine> procedures,
    int procedureCount,
    List<Warning> oddities) {

  /**
   * One relation as seen from this instrument.
   *
   * @param part the provision of the target that is meant, as papers cite it; null for the whole
   * @param status of the other on the date
   * @param isDateOdd true when one refers to the other although it is older
   */
  public record Related(
      RelationKind kind,
      Instrument other,
      @Nullable String part,
      InstrumentStatus status,
      @Nullable String note,
      boolean isDateOdd) {}

  /**
   * One provision.
   *
   * @param status on the date
   * @param resting powers and procedures of which a grant names it
   */
  public record ProvisionLine(
      Provision provision, InstrumentStatus status, List<AnswerCard.Resting> resting) {}
}

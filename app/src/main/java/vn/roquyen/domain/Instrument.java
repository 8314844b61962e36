package vn.roquyen.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal or administrative document. Every cell that the source leaves empty is null.
 *
 * @param status the status that the source states; {@link Register#statusOn} says what holds on a
 *     date
 */
public record Instrument(
    String id,
    @Nullable String number,
    @Nullable String kind,
    @Nullable String issuerId,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    InstrumentStatus status,
    String title,
    @Nullable String sourceQuote) {

  /**
   * The day from which the document can have effect: its stated day, else the day of issue; null
   * when the source gives neither.
   */
  public @Nullable LocalDate startsOn() {
    return effectiveFrom == null ? issuedOn : effectiveFrom;
  }

  /** The number where there is one, else the title: how a person names this document. */
  public String label() {
    return number == null ? title : number;
  }
}

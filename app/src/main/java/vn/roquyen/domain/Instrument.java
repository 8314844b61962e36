package vn.roquyen.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal or administrative document. Every cell that the source leaves empty is null.
 *
 * @param status the status that the source states; {@link #statusOn} says what holds on a date
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

  /** The status on a date: stated dates first, then the stated status. */
  public InstrumentStatus statusOn(LocalDate date) {
    if (effectiveFrom != null && date.isBefore(effectiveFrom)) {
      return InstrumentStatus.NOT_YET_IN_FORCE;
    }
    if (effectiveTo != null && date.isAfter(effectiveTo)) {
      return InstrumentStatus.EXPIRED;
    }
    if (status == InstrumentStatus.UNKNOWN && effectiveFrom != null) {
      return InstrumentStatus.IN_FORCE;
    }
    return status;
  }

  /** The number where there is one, else the title: how a person names this document. */
  public String label() {
    return number == null ? title : number;
  }
}

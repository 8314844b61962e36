package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant on a day, as far as who is given it has to know.
 *
 * @param isOver true when its term or its basis has ended
 * @param isAmended true when its basis has ended in part
 */
public record GrantState(Grant grant, boolean isOver, boolean isAmended) {
  /** The state of a grant in a register on a day. */
  public static GrantState of(Grant grant, Register register, LocalDate day) {
    InstrumentStatus status = register.basisOn(grant, day);
    boolean termOver = grant.validTo() != null && day.isAfter(grant.validTo());
    boolean basisOver = status == InstrumentStatus.EXPIRED || status == InstrumentStatus.SUSPENDED;
    return new GrantState(grant, termOver || basisOver, status == InstrumentStatus.PARTLY_EXPIRED);
  }

  /** The last day of a grant, by its term or by its basis; null when none is known. */
  public static @Nullable LocalDate lastDay(Grant grant, Register register) {
    LocalDate last = grant.validTo();
    LocalDate ends = register.endOfBasis(grant);
    if (ends != null && (last == null || ends.minusDays(1).isBefore(last))) {
      return ends.minusDays(1);
    }
    return last;
  }

  /**
   * The first day of a grant: not before its term begins, nor before its basis has effect; null
   * when neither is known.
   */
  public static @Nullable LocalDate firstDay(Grant grant, Register register) {
    Instrument basis = register.instrument(grant.instrumentId());
    LocalDate starts = basis == null ? null : basis.startsOn();
    LocalDate first = grant.validFrom();
    return first == null || (starts != null && starts.isAfter(first)) ? starts : first;
  }

  /** True when the grant is given to bodies of the commune, and holds in that commune. */
  public static boolean isFor(Grant grant, Commune unit, Register register) {
    Body grantee = register.body(grant.granteeId());
    return grantee != null && grantee.level().isCommune() && grant.covers(unit);
  }

  /** A digest that is equal as long as there is nothing new to confirm. */
  public String facts() {
    List<@Nullable Object> facts = new ArrayList<>(grant.terms());
    facts.addAll(Arrays.asList(grant.conditions(), isOver, isAmended));
    return Sha256.ofValues(facts.toArray());
  }
}

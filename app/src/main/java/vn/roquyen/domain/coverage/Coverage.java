package vn.roquyen.domain.coverage;

import java.time.LocalDate;
import java.util.List;

/**
 * How far powers have come down on a date; everything counted, nothing typed in.
 *
 * @param revision of the register that was counted
 * @param classes the columns of the matrix of powers
 * @param powers the rows of the matrix of powers, by field and title
 * @param slots the columns of the matrix of fields, by mode and level
 * @param fields the rows of the matrix of fields, also those without any grant
 * @param trend by month up to the date
 */
public record Coverage(
    LocalDate date,
    long revision,
    List<UnitClass> classes,
    List<PowerRow> powers,
    List<FieldRow.Slot> slots,
    List<FieldRow> fields,
    Headline headline,
    List<TrendPoint> trend) {

  /** The powers on a tier. */
  public List<PowerRow> on(Tier tier) {
    return powers.stream().filter(row -> row.tier() == tier).toList();
  }
}

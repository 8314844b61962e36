package vn.roquyen.service;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Mode;

/**
 * How much the register holds and how new it is.
 *
 * @param revision number of the last change
 * @param proceduresByLevel by tag of the catalogue ({@code bo tinh xa khac}); one procedure may
 *     bear several
 * @param catalogueDate the day on which the newest procedures were read from the national
 *     catalogue, null without procedures
 * @param registerDate the day of issue of the newest instrument, null without dated instruments;
 *     one dated after today is a slip of its source and does not count, nor does one of which the
 *     register does not know whether it is in force: its date is not known better
 */
public record Stats(
    long revision,
    Map<Entity, Integer> rows,
    Map<String, Integer> proceduresByLevel,
    Map<Mode, Integer> grantsByMode,
    @Nullable LocalDate catalogueDate,
    @Nullable LocalDate registerDate) {

  /**
   * The day up to which the data reach: the later of the two days, or null when both are unknown.
   */
  public @Nullable LocalDate dataDate() {
    if (catalogueDate == null || registerDate == null) {
      return catalogueDate == null ? registerDate : catalogueDate;
    }
    return catalogueDate.isAfter(registerDate) ? catalogueDate : registerDate;
  }

  /** How many records can be looked up: powers, procedures and instruments. */
  public int records() {
    return rows.getOrDefault(Entity.POWER, 0)
        + rows.getOrDefault(Entity.PROCEDURE, 0)
        + rows.getOrDefault(Entity.INSTRUMENT, 0);
  }
}

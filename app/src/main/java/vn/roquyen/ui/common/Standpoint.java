package vn.roquyen.ui.common;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;

/**
 * From where the whole window looks at the register: a commune and a day.
 *
 * @param known the day at whose end the register answers as it did then; null for what it knows now
 */
public record Standpoint(Commune unit, LocalDate date, @Nullable LocalDate known) {

  /** A commune and a day, answered from what the register knows now. */
  public Standpoint(Commune unit, LocalDate date) {
    this(unit, date, null);
  }
}

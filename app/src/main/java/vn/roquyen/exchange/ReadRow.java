package vn.roquyen.exchange;

import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Row;

/** What one place of an input file holds: a row, or a reason why it is none. */
public sealed interface ReadRow {

  /** The line on which the row starts, counted from 1. */
  long line();

  /** A row in the types of its entity. */
  record Good(long line, Row row) implements ReadRow {}

  /**
   * A row that cannot be used.
   *
   * @param key its key, where that could be read
   */
  record Bad(@Nullable String key, BadRow problem) implements ReadRow {
    @Override
    public long line() {
      return problem.line();
    }
  }
}

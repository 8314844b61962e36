package vn.roquyen.service;

import java.time.Clock;
import java.time.LocalDate;
import vn.roquyen.persistence.CountRepository;
import vn.roquyen.persistence.Database;

/** Says how much the register holds and up to which day it reaches. */
public final class StatsService {
  private final Database database;
  private final CountRepository counts;
  private final Clock clock;

  public StatsService(Database database, CountRepository counts, Clock clock) {
    this.database = database;
    this.counts = counts;
    this.clock = clock;
  }

  /** The figures of this moment. */
  public Stats stats() {
    return new Stats(
        database.revision(),
        counts.rows(),
        counts.proceduresByLevel(),
        counts.grantsByMode(),
        counts.newestSnapshot(),
        counts.newestInstrument(LocalDate.now(clock)));
  }
}

package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Rows;
import vn.roquyen.domain.Statistic;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.CoverageAnalysis;

/** Counts how far powers have come down, and sets what reports state beside it. */
public final class CoverageService {
  private final RegisterSource registers;
  private final Rows rows;

  public CoverageService(RegisterSource registers, Rows rows) {
    this.registers = registers;
    this.rows = rows;
  }

  /** The coverage of the register as it is now, in force on a date. */
  public Coverage on(LocalDate date) {
    List<Statistic> statistics = new ArrayList<>();
    rows.forEach(Entity.STATISTIC, row -> statistics.add(Statistic.of(row)));
    RegisterSource.Snapshot snapshot = registers.snapshot();
    return new CoverageAnalysis(snapshot.register(), snapshot.resolver()).on(date, statistics);
  }
}

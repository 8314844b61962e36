package vn.roquyen.service;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Rows;
import vn.roquyen.domain.Statistic;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.domain.coverage.Act;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.CoverageAnalysis;
import vn.roquyen.platform.FreshFile;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.CoveragePaper;
import vn.roquyen.report.CoverageReport;

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

  /** A grant as one line: what, from whom to whom, by which document; names where known. */
  public record Line(
      String powerId,
      String title,
      @Nullable String from,
      @Nullable String to,
      @Nullable String basis) {}

  /** The lines behind a figure that counts grants. */
  public List<Line> lines(List<Act> acts) {
    Register register = registers.current();
    return acts.stream()
        .map(
            act ->
                new Line(
                    act.grant().powerId(),
                    act.title(),
                    name(register.body(act.grant().grantorId())),
                    name(register.body(act.grant().granteeId())),
                    label(register.instrument(act.grant().instrumentId()))))
        .toList();
  }

  /** What one commune is told of a power. */
  public record UnitLine(Commune unit, Competence competence) {}

  /** The communes of a class with what each is told of a power, by name. */
  public List<UnitLine> units(String powerId, String type, LocalDate date) {
    RegisterSource.Snapshot snapshot = registers.snapshot();
    return new VietnameseOrder()
        .sorted(
            snapshot.register().communes().values().stream()
                .filter(unit -> unit.type().equals(type))
                .map(unit -> new UnitLine(unit, snapshot.resolver().ofPower(powerId, unit, date)))
                .toList(),
            line -> line.unit().name());
  }

  /**
   * Writes one of the tables into a file; a name that ends in {@code .csv} makes a CSV file, any
   * other a workbook.
   *
   * @throws vn.roquyen.domain.Fault OUTPUT_FAILED, DISK_FULL
   */
  public void export(Coverage coverage, CoverageTable table, Messages messages, Path file) {
    new CoverageExport(coverage, messages).write(table, file);
  }

  /**
   * Writes tables and charts as a PDF.
   *
   * @throws vn.roquyen.domain.Fault OUTPUT_FAILED, DISK_FULL, FONT_MISSING
   */
  public void print(Coverage coverage, Messages messages, Path file) {
    CoveragePaper paper = new CoverageComposer(coverage, messages).paper();
    FreshFile.write(file, out -> CoverageReport.write(paper, Instant.now(), out));
  }

  private static @Nullable String name(@Nullable Body body) {
    return body == null ? null : body.name();
  }

  private static @Nullable String label(@Nullable Instrument instrument) {
    return instrument == null ? null : instrument.label();
  }
}

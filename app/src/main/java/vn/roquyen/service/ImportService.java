package vn.roquyen.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.exchange.InputFile;
import vn.roquyen.exchange.InputFinder;
import vn.roquyen.exchange.InputLimits;
import vn.roquyen.persistence.Projection;

/**
 * Takes registers and catalogues from files. The whole input is checked first; then all of it is
 * written as one change, or nothing.
 */
public final class ImportService {
  private final Projection projection;
  private final Ledger ledger;
  private final InputFinder finder = new InputFinder(InputLimits.STANDARD);

  public ImportService(Projection projection, Ledger ledger) {
    this.projection = projection;
    this.ledger = ledger;
  }

  /**
   * How an import is done.
   *
   * @param skipBadRows true leaves bad rows out; false writes nothing when there is one
   */
  public record Options(boolean skipBadRows) {
    /** Nothing is written when there is a bad row. */
    public static final Options STRICT = new Options(false);
  }

  /**
   * Says what an import would change, and which rows are bad, without writing.
   *
   * @param paths files, register folders, or folders with the folders of all parts
   * @throws Fault INPUT_…: a file as a whole cannot be used; CANCELLED
   */
  public ImportReport plan(List<Path> paths, Options options, Progress progress) {
    return run(paths, options, progress, false);
  }

  /**
   * Imports files: all rows are kept, or none when it throws or the outcome is REFUSED.
   *
   * @param paths see {@link #plan}
   * @throws Fault INPUT_…: a file as a whole cannot be used; CANCELLED
   */
  public ImportReport apply(List<Path> paths, Options options, Progress progress) {
    return run(paths, options, progress, true);
  }

  /**
   * Loads the data that come with the program.
   *
   * @param folder see {@link vn.roquyen.platform.SampleData}
   * @throws Fault INPUT_ROW when the program's own data are spoilt
   */
  public ImportReport loadSample(Path folder, Progress progress) {
    ImportReport report = apply(List.of(folder), Options.STRICT, progress);
    if (report.outcome() == ImportReport.Outcome.REFUSED) {
      BadRow first = report.badRows().getFirst();
      throw new Fault(
          FaultCode.INPUT_ROW,
          first.file(),
          Long.toString(first.line()),
          Integer.toString(report.badTotal()));
    }
    return report;
  }

  private ImportReport run(
      List<Path> paths, Options options, Progress progress, boolean isToWrite) {
    long start = System.nanoTime();
    InputFinder.Found found = finder.find(paths);
    ImportCheck check = new ImportCheck(projection, progress, options.skipBadRows());
    check.run(found.files());
    ImportReport.Outcome outcome;
    if (check.badTotal() > 0 && !options.skipBadRows()) {
      outcome = ImportReport.Outcome.REFUSED;
    } else if (check.writes() == 0) {
      outcome = ImportReport.Outcome.NOTHING_NEW;
    } else if (isToWrite) {
      write(found.files(), check, progress);
      outcome = ImportReport.Outcome.APPLIED;
    } else {
      outcome = ImportReport.Outcome.PLANNED;
    }
    return report(outcome, check, found, Duration.ofNanos(System.nanoTime() - start));
  }

  private void write(List<InputFile> files, ImportCheck check, Progress progress) {
    try (ImportPacks packs = new ImportPacks(projection, check, files, progress)) {
      ledger.recordAll(() -> packs);
    }
  }

  private static ImportReport report(
      ImportReport.Outcome outcome, ImportCheck check, InputFinder.Found found, Duration took) {
    Map<Entity, ImportReport.Count> counts = new EnumMap<>(Entity.class);
    check.incoming().forEach((entity, rows) -> counts.put(entity, rows.count()));
    return new ImportReport(
        outcome,
        counts,
        check.badRows(),
        check.badTotal(),
        found.files().stream().map(InputFile::name).toList(),
        found.passedOver().stream().map(path -> String.valueOf(path.getFileName())).toList(),
        took);
  }
}

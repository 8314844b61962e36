package vn.roquyen.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.exchange.InputFile;
import vn.roquyen.exchange.InputFinder;
import vn.roquyen.exchange.InputLimits;
import vn.roquyen.exchange.ReadRow;
import vn.roquyen.exchange.RowReader;
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
    return run(paths, options, progress, null);
  }

  /**
   * Imports files: all rows are kept, or none when it throws or the outcome is REFUSED.
   *
   * @param paths see {@link #plan}
   * @throws Fault INPUT_…: a file as a whole cannot be used; CANCELLED
   */
  public ImportReport apply(List<Path> paths, Options options, Progress progress) {
    return run(paths, options, progress, ledger::recordAll);
  }

  /**
   * Loads the data that come with the program.
   *
   * @param folder see {@link vn.roquyen.platform.SampleData}
   * @throws Fault INPUT_ROW when the program's own data are spoilt; SAMPLE_AMONG_REAL_DATA
   */
  public ImportReport loadSample(Path folder, Progress progress) {
    Door door = ledger.takesSample() ? this::recordSample : ledger::recordAll;
    ImportReport report = run(List.of(folder), Options.STRICT, progress, door);
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

  /** The good rows of one entity in a folder, read without writing anything. */
  List<Row> rowsIn(Path folder, Entity entity) {
    List<Row> rows = new ArrayList<>();
    for (InputFile file : finder.find(List.of(folder)).files()) {
      if (file.entity() == entity) {
        try (RowReader reader = file.open()) {
          for (ReadRow read = reader.next(); read != null; read = reader.next()) {
            if (read instanceof ReadRow.Good good) {
              rows.add(good.row());
            }
          }
        }
      }
    }
    return rows;
  }

  /** True when one of the paths brings rows of that entity. */
  boolean bring(Entity entity, List<Path> paths) {
    return finder.find(paths).files().stream().anyMatch(file -> file.entity() == entity);
  }

  /** Where the packs of an import go. */
  private interface Door {
    List<ChangeId> record(Iterable<List<Operation>> packs);
  }

  private ImportReport run(
      List<Path> paths, Options options, Progress progress, @Nullable Door door) {
    long start = System.nanoTime();
    InputFinder.Found found = finder.find(paths);
    ImportCheck check = new ImportCheck(projection, progress, options.skipBadRows());
    check.run(found.files());
    ImportReport.Outcome outcome;
    List<ChangeId> waiting = List.of();
    if (check.badTotal() > 0 && !options.skipBadRows()) {
      outcome = ImportReport.Outcome.REFUSED;
    } else if (check.writes() == 0) {
      outcome = ImportReport.Outcome.NOTHING_NEW;
    } else if (door != null) {
      waiting = write(found.files(), check, progress, door);
      outcome = waiting.isEmpty() ? ImportReport.Outcome.APPLIED : ImportReport.Outcome.PROPOSED;
    } else {
      outcome = ImportReport.Outcome.PLANNED;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return report(outcome, waiting, check, found, took);
  }

  private List<ChangeId> write(
      List<InputFile> files, ImportCheck check, Progress progress, Door door) {
    try (ImportPacks packs = new ImportPacks(projection, check, files, progress)) {
      return door.record(() -> packs);
    }
  }

  /** The sample is small, and its author's name follows from all of it. */
  private List<ChangeId> recordSample(Iterable<List<Operation>> packs) {
    List<List<Operation>> all = new ArrayList<>();
    packs.forEach(all::add);
    ledger.recordSample(all);
    return List.of();
  }

  private static ImportReport report(
      ImportReport.Outcome outcome,
      List<ChangeId> waiting,
      ImportCheck check,
      InputFinder.Found found,
      Duration took) {
    Map<Entity, ImportReport.Count> counts = new EnumMap<>(Entity.class);
    check.incoming().forEach((entity, rows) -> counts.put(entity, rows.count()));
    return new ImportReport(
        outcome,
        waiting.stream().map(ChangeId::hex).toList(),
        counts,
        check.badRows(),
        check.badTotal(),
        found.files().stream().map(InputFile::name).toList(),
        found.passedOver().stream().map(path -> String.valueOf(path.getFileName())).toList(),
        took);
  }
}

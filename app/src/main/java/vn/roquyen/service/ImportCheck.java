package vn.roquyen.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.exchange.InputFile;
import vn.roquyen.exchange.ReadRow;
import vn.roquyen.exchange.RowReader;
import vn.roquyen.persistence.Projection;

/**
 * The first pass of an import: reads the whole input, finds every bad row and what the good ones
 * would change. It keeps keys, not rows; the second pass reads the files again.
 */
final class ImportCheck {
  /** More bad rows are counted, not listed. */
  static final int LISTED = 1_000;

  private final Projection projection;
  private final Progress progress;
  private final boolean skipBadRows;
  private final Map<Entity, IncomingRows> incoming = new EnumMap<>(Entity.class);
  private final Map<Entity, RowLimits> limits = new EnumMap<>(Entity.class);
  private final ReferenceCheck references;
  private final List<BadRow> badRows = new ArrayList<>();
  private final List<String> stamps = new ArrayList<>();
  private int badTotal;
  private long bytesDone;

  ImportCheck(Projection projection, Progress progress, boolean skipBadRows) {
    this.projection = projection;
    this.progress = progress;
    this.skipBadRows = skipBadRows;
    this.references = new ReferenceCheck(projection, incoming);
  }

  void run(List<InputFile> files) {
    long total = files.stream().mapToLong(InputFile::size).sum();
    for (InputFile file : files) {
      stamps.add(file.stamp());
      read(file, total);
      bytesDone += file.size();
    }
    references.rejectUnknown(skipBadRows, this::report);
    if (badTotal == 0 || skipBadRows) {
      new GoneRows(projection, incoming, references).find();
    }
  }

  Map<Entity, IncomingRows> incoming() {
    return incoming;
  }

  /** What the files looked like when they were checked, in their order. */
  List<String> stamps() {
    return List.copyOf(stamps);
  }

  List<BadRow> badRows() {
    return List.copyOf(badRows);
  }

  int badTotal() {
    return badTotal;
  }

  /** How many rows are to be written. */
  int writes() {
    return incoming.values().stream().mapToInt(rows -> rows.count().writes()).sum();
  }

  private void read(InputFile file, long total) {
    IncomingRows rows = incoming.computeIfAbsent(file.entity(), any -> new IncomingRows());
    try (RowReader reader = file.open()) {
      RowComparison comparison =
          new RowComparison(
              projection, file.entity(), reader.stated(), compared -> sort(rows, compared));
      ReadRow next = reader.next();
      while (next != null) {
        if (progress.cancelled()) {
          throw new Fault(FaultCode.CANCELLED);
        }
        progress.at(Progress.Phase.READ, bytesDone + reader.bytesRead(), total);
        switch (next) {
          case ReadRow.Good good -> accept(file, rows, good, comparison);
          case ReadRow.Bad bad ->
              refuse(rows, bad.key(), new IncomingRows.Place(file, bad.line()), bad.problem());
        }
        next = reader.next();
      }
      comparison.flush();
    }
  }

  private void accept(
      InputFile file, IncomingRows rows, ReadRow.Good good, RowComparison comparison) {
    Row row = good.row();
    IncomingRows.Place place = new IncomingRows.Place(file, good.line());
    IncomingRows.Place earlier = rows.seen.get(row.key());
    BadRow tooLong = limits.computeIfAbsent(row.entity(), RowLimits::new).problem(row, place);
    if (earlier != null) {
      BadRow repeated =
          new BadRow(
              place.file().name(),
              place.line(),
              RowProblem.KEY_REPEATED,
              row.key(),
              earlier.file().name(),
              Long.toString(earlier.line()));
      refuse(rows, null, place, repeated);
    } else if (tooLong != null) {
      refuse(rows, row.key(), place, tooLong);
    } else {
      rows.seen.put(row.key(), place);
      rows.noteSnapshot(row.values().get("snapshot"));
      references.note(row, place);
      comparison.add(row);
    }
  }

  private void refuse(
      IncomingRows rows, @Nullable String key, IncomingRows.Place place, BadRow problem) {
    rows.incomplete = true;
    if (key != null && !rows.seen.containsKey(key)) {
      rows.seen.put(key, place);
      rows.unusable.add(key);
    }
    report(problem);
  }

  private void report(BadRow problem) {
    badTotal++;
    if (badRows.size() < LISTED) {
      badRows.add(problem);
    }
  }

  private static void sort(IncomingRows rows, RowComparison.Compared compared) {
    String key = compared.row().key();
    switch (compared.verdict()) {
      case ADDED -> rows.added.add(key);
      case CHANGED -> rows.changed.add(key);
      case UNCHANGED -> rows.unchanged++;
      case OLDER -> rows.older.add(key);
    }
  }
}

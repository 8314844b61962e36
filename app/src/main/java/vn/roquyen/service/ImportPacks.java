package vn.roquyen.service;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.exchange.InputFile;
import vn.roquyen.exchange.ReadRow;
import vn.roquyen.exchange.RowReader;
import vn.roquyen.persistence.Projection;

/**
 * The second pass of an import: reads the files again and hands over what the first pass decided,
 * in packs, while the ledger's transaction is open. Whatever it throws undoes all.
 */
final class ImportPacks implements Iterator<List<Operation>>, AutoCloseable {
  private static final int PACK = 500;

  private final Projection projection;
  private final Map<Entity, IncomingRows> incoming;
  private final Progress progress;
  private final int total;
  private final Iterator<InputFile> files;
  private final List<Operation> waiting = new ArrayList<>();
  private @Nullable InputFile file;
  private @Nullable RowReader reader;
  private @Nullable RowComparison comparison;
  private boolean removalsDone;
  private int done;

  ImportPacks(Projection projection, ImportCheck check, List<InputFile> files, Progress progress) {
    this.projection = projection;
    this.incoming = check.incoming();
    this.total = check.writes();
    this.files = files.iterator();
    this.progress = progress;
  }

  @Override
  public boolean hasNext() {
    while (waiting.size() < PACK && advance()) {
      if (progress.cancelled()) {
        throw new Fault(FaultCode.CANCELLED);
      }
    }
    if (!waiting.isEmpty()) {
      return true;
    }
    if (done != total) {
      throw new Fault(FaultCode.INPUT_DAMAGED, file == null ? "" : file.name());
    }
    progress.at(Progress.Phase.INDEX, 0, -1);
    return false;
  }

  @Override
  public List<Operation> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Operation> head = waiting.subList(0, Math.min(PACK, waiting.size()));
    List<Operation> pack = List.copyOf(head);
    head.clear();
    done += pack.size();
    progress.at(Progress.Phase.WRITE, done, total);
    return pack;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  /** Reads one row on; false when all files are read and the removals are handed over. */
  private boolean advance() {
    if (reader == null && !openNext()) {
      boolean before = removalsDone;
      addRemovals();
      return !before;
    }
    ReadRow next = reader == null ? null : reader.next();
    if (next instanceof ReadRow.Good good) {
      consider(good);
    } else if (next == null) {
      if (comparison != null) {
        comparison.flush();
      }
      close();
    }
    return true;
  }

  private void consider(ReadRow.Good good) {
    Row row = good.row();
    IncomingRows rows = incoming.get(row.entity());
    if (rows == null || comparison == null || file == null) {
      return;
    }
    boolean wanted = rows.added.contains(row.key()) || rows.changed.contains(row.key());
    boolean same = new IncomingRows.Place(file, good.line()).equals(rows.seen.get(row.key()));
    if (wanted && same) {
      comparison.add(row);
    }
  }

  private boolean openNext() {
    if (!files.hasNext()) {
      return false;
    }
    file = files.next();
    reader = file.open();
    comparison =
        new RowComparison(
            projection,
            file.entity(),
            reader.stated(),
            compared -> {
              if (compared.operation() != null) {
                waiting.add(compared.operation());
              }
            });
    return true;
  }

  private void addRemovals() {
    if (!removalsDone) {
      removalsDone = true;
      incoming.forEach(
          (entity, rows) ->
              rows.gone.forEach(key -> waiting.add(new Operation.Remove(entity, key))));
    }
  }
}

package vn.roquyen.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
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

  /** Few, because one hostile row may weigh two megabytes. */
  private static final int AHEAD = 16;

  /** A row that is to be written, with the fields that its file states. */
  private record Wanted(Row row, Set<String> stated) {}

  private final Projection projection;
  private final Map<Entity, IncomingRows> incoming;
  private final Progress progress;
  private final int total;
  private final List<String> stamps;
  private final List<InputFile> files;
  private final ReadAhead<Wanted> rows;
  private final List<Operation> waiting = new ArrayList<>();
  private @Nullable RowComparison comparison;
  private @Nullable Set<String> stated;
  private @Nullable Entity entity;
  private long weight;
  private boolean removalsDone;
  private int done;

  ImportPacks(Projection projection, ImportCheck check, List<InputFile> files, Progress progress) {
    this.projection = projection;
    this.incoming = check.incoming();
    this.total = check.writes();
    this.stamps = check.stamps();
    this.files = files;
    this.progress = progress;
    this.rows = new ReadAhead<>(this::readFiles, AHEAD);
  }

  @Override
  public boolean hasNext() {
    while ((waiting.isEmpty() || (waiting.size() < PACK && weight < RowComparison.HEAVY))
        && advance()) {
      if (progress.cancelled()) {
        throw new Fault(FaultCode.CANCELLED);
      }
    }
    if (!waiting.isEmpty()) {
      return true;
    }
    checkNothingChanged();
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
    weight = 0;
    done += pack.size();
    progress.at(Progress.Phase.WRITE, done, total);
    return pack;
  }

  @Override
  public void close() {
    rows.close();
  }

  /** Takes one row on; false when all are taken and the removals are handed over. */
  private boolean advance() {
    if (rows.hasNext()) {
      Wanted wanted = rows.next();
      RowComparison current = comparisonFor(wanted);
      weight += wanted.row().weight();
      current.add(wanted.row());
      return true;
    }
    if (removalsDone) {
      return false;
    }
    if (comparison != null) {
      comparison.flush();
    }
    incoming.forEach(
        (kind, known) -> known.gone.forEach(key -> waiting.add(new Operation.Remove(kind, key))));
    removalsDone = true;
    return true;
  }

  private RowComparison comparisonFor(Wanted wanted) {
    RowComparison current = comparison;
    if (current == null || wanted.row().entity() != entity || !wanted.stated().equals(stated)) {
      if (current != null) {
        current.flush();
      }
      entity = wanted.row().entity();
      stated = wanted.stated();
      current = new RowComparison(projection, entity, stated, this::take);
      comparison = current;
    }
    return current;
  }

  private void take(RowComparison.Compared compared) {
    if (compared.operation() != null) {
      waiting.add(compared.operation());
    }
  }

  /** Runs on the reading thread. */
  private void readFiles(Consumer<Wanted> sink) {
    for (InputFile file : files) {
      IncomingRows known = incoming.get(file.entity());
      Set<String> wanted = new HashSet<>();
      if (known != null) {
        wanted.addAll(known.added);
        wanted.addAll(known.changed);
      }
      if (known != null && !wanted.isEmpty()) {
        readFile(file, known, wanted, sink);
      }
    }
  }

  private void readFile(
      InputFile file, IncomingRows known, Set<String> wanted, Consumer<Wanted> sink) {
    try (RowReader reader = file.open()) {
      Set<String> fields = reader.stated();
      for (ReadRow read = reader.next(); read != null; read = reader.next()) {
        if (progress.cancelled()) {
          throw new Fault(FaultCode.CANCELLED);
        }
        if (read instanceof ReadRow.Good good
            && wanted.contains(good.row().key())
            && known.isAt(good.row().key(), file, good.line())) {
          sink.accept(new Wanted(good.row(), fields));
        }
      }
    }
  }

  /** What was checked must be what is written, even when a file is copied over in between. */
  private void checkNothingChanged() {
    for (int i = 0; i < files.size(); i++) {
      if (!files.get(i).stamp().equals(stamps.get(i))) {
        throw new Fault(FaultCode.INPUT_DAMAGED, files.get(i).name());
      }
    }
    if (done != total) {
      throw new Fault(FaultCode.INPUT_DAMAGED, files.getFirst().name());
    }
  }
}

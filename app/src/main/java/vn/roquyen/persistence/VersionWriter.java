package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.CHANGE_LOG;
import static vn.roquyen.persistence.jooq.Tables.ROW_VERSION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;

/** Notes the changes of the journal and which rows each of them wrote, many in one batch. */
final class VersionWriter {
  private static final int PENDING = 2_000;
  private static final int MASK = 4;

  private final DSLContext dsl;
  private final List<Object[]> changes = new ArrayList<>();
  private final List<Object[]> versions = new ArrayList<>();

  VersionWriter(DSLContext dsl) {
    this.dsl = dsl;
  }

  void add(RecordedChange change) {
    changes.add(
        new Object[] {
          change.position(),
          change.id().hex(),
          change.replica().bits(),
          change.seq(),
          change.time().packed(),
          change.received().toEpochMilli(),
          change.unit(),
          change.author(),
          change.counts()
        });
    Map<String, Object[]> rows = new LinkedHashMap<>();
    for (RowEdit edit : change.edits()) {
      rows.merge(
          edit.entity() + "/" + edit.key(),
          new Object[] {
            (short) edit.entity(),
            edit.key(),
            change.position(),
            (byte) edit.kind().number(),
            mask(edit)
          },
          (before, now) -> {
            now[MASK] = (Long) before[MASK] | (Long) now[MASK];
            return now;
          });
    }
    versions.addAll(rows.values());
    if (versions.size() >= PENDING) {
      flush();
    }
  }

  /** Forgets the change at a place, which follows once more. */
  void again(int place) {
    dsl.deleteFrom(CHANGE_LOG).where(CHANGE_LOG.PLACE.eq(place)).execute();
    dsl.deleteFrom(ROW_VERSION).where(ROW_VERSION.PLACE.eq(place)).execute();
  }

  void clear() {
    dsl.deleteFrom(ROW_VERSION).execute();
    dsl.deleteFrom(CHANGE_LOG).execute();
    changes.clear();
    versions.clear();
  }

  void flush() {
    send(changes, CHANGE_LOG);
    send(versions, ROW_VERSION);
  }

  private void send(List<Object[]> rows, Table<?> table) {
    if (!rows.isEmpty()) {
      JdbcBatch.insert(dsl, table, rows);
      rows.clear();
    }
  }

  /** The fields that an edit wrote: bit n for number n. */
  private static long mask(RowEdit edit) {
    long mask = 0;
    for (int field : edit.fields().keySet()) {
      mask |= field < Long.SIZE ? 1L << field : 0;
    }
    return mask;
  }
}

package vn.roquyen.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through a journal from its start, over damage too, and says what is there. */
final class JournalScan {
  private static final int WINDOW = 1024 * 1024;

  /** A record that is whole. */
  record Found(long position, JournalRecord record) {
    long end() {
      return position + JournalRecord.FRAME_BYTES + record.length();
    }
  }

  /** Bytes between whole records that are none. */
  record Damage(long from, long to) {}

  private final JournalFile file;
  private final long size;
  private final List<Found> found = new ArrayList<>();
  private final List<Damage> damages = new ArrayList<>();
  private byte[] window = new byte[0];
  private long windowAt;
  private long end;

  JournalScan(JournalFile file, long start) throws IOException {
    this.file = file;
    this.size = file.size();
    scan(start);
  }

  /** The records that count, in their order. */
  List<Found> found() {
    return found;
  }

  /** Damage before the end: records that were acknowledged and cannot be read any more. */
  List<Damage> damages() {
    return damages;
  }

  /** Where the next record goes: what lies behind was never acknowledged. */
  long end() {
    return end;
  }

  private void scan(long start) throws IOException {
    List<Found> batch = new ArrayList<>();
    List<Damage> pending = new ArrayList<>();
    long lost = -1;
    long at = start;
    end = start;
    while (at < size) {
      Found next = recordAt(at);
      if (next == null) {
        lost = lost < 0 ? at : lost;
        at++;
        continue;
      }
      if (lost >= 0) {
        pending.add(new Damage(lost, at));
        lost = -1;
      }
      batch.add(next);
      at = next.end();
      if (next.record().commits()) {
        found.addAll(batch);
        damages.addAll(pending);
        batch.clear();
        pending.clear();
        end = at;
      }
    }
  }

  private @Nullable Found recordAt(long at) throws IOException {
    JournalRecord record = JournalRecord.read(window(at, JournalRecord.FRAME_BYTES), at(at));
    if (record == null) {
      return null;
    }
    int whole = JournalRecord.FRAME_BYTES + record.length();
    byte[] bytes = window(at, whole);
    return record.holds(bytes, at(at) + JournalRecord.FRAME_BYTES) ? new Found(at, record) : null;
  }

  private int at(long position) {
    return (int) (position - windowAt);
  }

  /** The window, moved when it does not hold so many bytes from a position on. */
  private byte[] window(long position, int count) throws IOException {
    boolean inside = position >= windowAt && position + count <= windowAt + window.length;
    if (!inside && (position < windowAt || windowAt + window.length < size)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(WINDOW, size - position));
      file.read(buffer, position);
      window = Arrays.copyOf(buffer.array(), buffer.position());
      windowAt = position;
    }
    return window;
  }
}

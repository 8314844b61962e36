package vn.roquyen.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * The truth: every signed document that this data folder has accepted, one after the other in one
 * file that only grows. What {@link #append} or {@link Batch#commit} has returned from is on the
 * medium. A power cut can only leave an unfinished end, which is cut when the journal is opened.
 */
public final class Journal implements AutoCloseable {
  private static final byte[] MAGIC = {'R', 'Q', 'J', 'O', 'U', 'R', 'N', '2'};

  /**
   * What opening found.
   *
   * @param documents how many are readable
   * @param cutBytes of an end that had never been acknowledged, or not be finished
   * @param damaged places of documents that were there and cannot be read
   */
  public record Recovery(int documents, long cutBytes, List<Long> damaged) {}

  private record Place(long position, int length, long received) {}

  private final JournalFile file;
  private final Clock clock;
  private final Map<ChangeId, Place> places = new LinkedHashMap<>();

  /** Written, but of a batch that is not committed yet. */
  private final Map<ChangeId, Place> pending = new LinkedHashMap<>();

  private final Recovery recovery;
  private long end;
  private boolean broken;

  private Journal(JournalFile file, Clock clock) throws IOException {
    this.file = file;
    this.clock = clock;
    List<Long> damaged = new ArrayList<>();
    boolean isNew = file.size() < MAGIC.length;
    if (isNew) {
      file.truncate(0);
      file.write(ByteBuffer.wrap(MAGIC), 0);
      file.force();
    }
    JournalScan scan = new JournalScan(file, MAGIC.length);
    if (scan.found().isEmpty() && !hasMagic()) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    scan.damages().forEach(damage -> damaged.add(damage.from()));
    for (JournalScan.Found found : scan.found()) {
      note(found, damaged);
    }
    end = scan.end();
    long cut = file.size() - end;
    if (cut > 0) {
      cutTail(cut);
    }
    recovery = new Recovery(places.size(), cut, List.copyOf(damaged));
  }

  /**
   * Opens the journal in a folder, or makes it.
   *
   * @param clock stamps what is taken in
   * @throws Fault DATA_FOLDER_READ_ONLY, JOURNAL_DAMAGED when the file is something else
   */
  public static Journal open(Path folder, Clock clock) {
    try {
      return open(new DiskFile(folder), clock);
    } catch (IOException failure) {
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, folder.toString());
    }
  }

  /** True when the folder holds a journal, whole or damaged. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(DiskFile.NAME));
  }

  static Journal open(JournalFile file, Clock clock) throws IOException {
    return new Journal(file, clock);
  }

  public Recovery recovery() {
    return recovery;
  }

  /** True when the document is in the journal. */
  public boolean contains(ChangeId id) {
    return places.containsKey(id);
  }

  /** The document of that id, or null; also one of the batch that is being written. */
  public @Nullable SignedDocument find(ChangeId id) {
    Place place = place(id);
    return place == null ? null : read(place);
  }

  /** When this machine took the document in, by its own clock; null when it did not. */
  public @Nullable Instant received(ChangeId id) {
    Place place = place(id);
    return place == null ? null : Instant.ofEpochMilli(place.received());
  }

  private @Nullable Place place(ChangeId id) {
    Place place = places.get(id);
    return place == null ? pending.get(id) : place;
  }

  /** The ids of all documents in the order in which they were accepted. */
  public List<ChangeId> ids() {
    return List.copyOf(places.keySet());
  }

  /** The ids of the documents up to the last that had been accepted by an instant. */
  List<ChangeId> idsBy(Instant at) {
    List<ChangeId> all = ids();
    int end = all.size();
    while (end > 0 && Objects.requireNonNull(received(all.get(end - 1))).isAfter(at)) {
      end--;
    }
    return all.subList(0, end);
  }

  /** Hands over every document in the order in which they were accepted. */
  public void forEach(Consumer<SignedDocument> reader) {
    for (Place place : List.copyOf(places.values())) {
      reader.accept(read(place));
    }
  }

  /**
   * Appends a document; it is on the medium when this returns.
   *
   * @throws Fault DISK_FULL with the reserve freed and the journal as before; JOURNAL_DAMAGED when
   *     the medium failed, after which the journal must be opened anew
   */
  public void append(SignedDocument document) {
    guarded(
        end,
        () -> {
          Place place = write(document.encoded(), true);
          file.force();
          places.putIfAbsent(document.id(), place);
        });
  }

  /** Starts a batch: many documents that all count once it is committed, or not at all. */
  public Batch begin() {
    return new Batch();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED, failure);
    }
  }

  /** Documents that are acknowledged together. Closing without {@link #commit} takes them back. */
  public final class Batch implements AutoCloseable {
    private final long start = end;
    private boolean done;

    private Batch() {}

    /** Adds a document; it does not count yet. */
    public void add(SignedDocument document) {
      guarded(start, () -> pending.put(document.id(), write(document.encoded(), false)));
    }

    /**
     * Makes all documents count. The record that says so is written only when the others are on the
     * medium, so that a power cut cannot keep it without them.
     */
    public void commit() {
      done = pending.isEmpty();
      if (done) {
        return;
      }
      guarded(
          start,
          () -> {
            file.force();
            write(new byte[0], true);
            file.force();
          });
      pending.forEach(places::putIfAbsent);
      pending.clear();
      done = true;
    }

    @Override
    public void close() {
      if (!done && end != start) {
        guarded(start, () -> takeBack(start));
      }
      pending.clear();
      done = true;
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void guarded(long start, Work work) {
    if (broken) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    try {
      work.run();
    } catch (IOException failure) {
      boolean full = String.valueOf(failure.getMessage()).contains("No space left");
      try {
        if (full) {
          file.freeReserve();
        }
        takeBack(start);
        broken = !full;
      } catch (IOException second) {
        // What lies behind the end is unknown now; opening the journal anew will tell.
        broken = true;
        failure.addSuppressed(second);
      }
      throw new Fault(full ? FaultCode.DISK_FULL : FaultCode.JOURNAL_DAMAGED, failure);
    }
  }

  private void takeBack(long start) throws IOException {
    file.truncate(start);
    end = start;
    file.force();
  }

  private Place write(byte[] content, boolean commits) throws IOException {
    JournalRecord record = JournalRecord.of(content, commits, clock.millis());
    ByteBuffer whole = ByteBuffer.allocate(JournalRecord.FRAME_BYTES + content.length);
    whole.put(record.frame()).put(content).flip();
    file.write(whole, end);
    Place place = new Place(end + JournalRecord.FRAME_BYTES, content.length, record.received());
    end += JournalRecord.FRAME_BYTES + content.length;
    return place;
  }

  /** A record whose checksum is right but whose content is no document counts as damage. */
  private void note(JournalScan.Found found, List<Long> damaged) throws IOException {
    if (found.record().length() == 0) {
      return;
    }
    JournalRecord record = found.record();
    long start = found.position() + JournalRecord.FRAME_BYTES;
    Place place = new Place(start, record.length(), record.received());
    try {
      places.putIfAbsent(SignedDocument.read(bytes(place)).id(), place);
    } catch (Refusal damage) {
      damaged.add(found.position());
    }
  }

  private boolean hasMagic() throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(MAGIC.length);
    file.read(magic, 0);
    return java.util.Arrays.equals(magic.array(), MAGIC);
  }

  private void cutTail(long bytes) throws IOException {
    ByteBuffer tail = ByteBuffer.allocate((int) Math.min(bytes, 64L * 1024 * 1024));
    file.read(tail, end);
    file.setAside(tail.array());
    file.truncate(end);
    file.force();
  }

  private SignedDocument read(Place place) {
    try {
      return SignedDocument.read(bytes(place));
    } catch (IOException | Refusal damage) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED, damage);
    }
  }

  private byte[] bytes(Place place) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(place.length());
    file.read(buffer, place.position());
    return buffer.array();
  }
}

package vn.roquyen.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
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
  private static final int ID_BYTES = 32;

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

  /** Documents in whose place a longer version stands now, and that version. */
  private final Map<ChangeId, ChangeId> replaced = new HashMap<>();

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
    try {
      Path file = folder.resolve(DiskFile.NAME);
      return Files.exists(file) && Files.size(file) >= MAGIC.length;
    } catch (IOException unreadable) {
      return false;
    }
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

  /** The document that stands in the place of one that grew, or that one itself. */
  public ChangeId newest(ChangeId id) {
    ChangeId newest = id;
    for (ChangeId next = replaced.get(id); next != null; next = replaced.get(next)) {
      newest = next;
    }
    return newest;
  }

  /** How many documents gave their place to a longer version. */
  public int replaced() {
    return replaced.size();
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
          Place place = write(document.encoded(), null, true);
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
    private final Map<ChangeId, ChangeId> grown = new HashMap<>();
    private boolean done;

    private Batch() {}

    /** Adds a document; it does not count yet. */
    public void add(SignedDocument document) {
      guarded(start, () -> pending.put(document.id(), write(document.encoded(), null, false)));
    }

    /** Adds a document that this machine took in at an earlier time. */
    void add(SignedDocument document, Instant received) {
      guarded(
          start,
          () -> {
            Place place = write(document.encoded(), null, false, received.toEpochMilli());
            pending.put(document.id(), place);
          });
    }

    /** Adds the longer version of a document, which takes its place once it counts. */
    public void replace(ChangeId shorter, SignedDocument document) {
      guarded(start, () -> pending.put(document.id(), write(document.encoded(), shorter, false)));
      grown.put(shorter, document.id());
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
            write(new byte[0], null, true);
            file.force();
          });
      grown.forEach(Journal.this::giveWay);
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

  private void giveWay(ChangeId shorter, ChangeId longer) {
    places.remove(shorter);
    replaced.put(shorter, longer);
  }

  private Place write(byte[] document, @Nullable ChangeId shorter, boolean commits)
      throws IOException {
    return write(document, shorter, commits, clock.millis());
  }

  private Place write(byte[] document, @Nullable ChangeId shorter, boolean commits, long received)
      throws IOException {
    int before = shorter == null ? 0 : ID_BYTES;
    byte[] content = new byte[before + document.length];
    if (shorter != null) {
      System.arraycopy(HexFormat.of().parseHex(shorter.hex()), 0, content, 0, ID_BYTES);
    }
    System.arraycopy(document, 0, content, before, document.length);
    JournalRecord record = JournalRecord.of(content, shorter != null, commits, received);
    ByteBuffer whole = ByteBuffer.allocate(JournalRecord.FRAME_BYTES + content.length);
    whole.put(record.frame()).put(content).flip();
    file.write(whole, end);
    long start = end + JournalRecord.FRAME_BYTES + before;
    end += JournalRecord.FRAME_BYTES + content.length;
    return new Place(start, document.length, received);
  }

  /** A record whose checksum is right but whose content is no document counts as damage. */
  private void note(JournalScan.Found found, List<Long> damaged) throws IOException {
    if (found.record().length() == 0) {
      return;
    }
    JournalRecord record = found.record();
    int before = record.replaces() ? ID_BYTES : 0;
    long start = found.position() + JournalRecord.FRAME_BYTES + before;
    Place place = new Place(start, record.length() - before, record.received());
    try {
      ChangeId id = SignedDocument.read(bytes(place)).id();
      if (record.replaces()) {
        ByteBuffer shorter = ByteBuffer.allocate(ID_BYTES);
        file.read(shorter, start - ID_BYTES);
        giveWay(new ChangeId(HexFormat.of().formatHex(shorter.array())), id);
      }
      places.putIfAbsent(id, place);
    } catch (Refusal damage) {
      damaged.add(found.position());
    }
  }

  private boolean hasMagic() throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(MAGIC.length);
    file.read(magic, 0);
    return Arrays.equals(magic.array(), MAGIC);
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

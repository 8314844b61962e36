package vn.roquyen.sync;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The frame of a record: magic, flags, length, time, checksum of the content, checksum of the
 * frame. With its own checksum a frame is recognised after damage before it, and a flipped length
 * is not believed.
 *
 * @param replaces true when the content begins with the id of an earlier document of which this
 *     record's is the longer version
 * @param commits true when this record and those before it count; records of a batch do not until
 *     its last record is there
 * @param received milliseconds since 1970 at which this machine took the record in
 */
record JournalRecord(boolean replaces, boolean commits, int length, long received, int contentSum) {
  static final int FRAME_BYTES = 24;
  private static final short MAGIC = 0x5251;
  private static final int COMMITS = 1;
  private static final int REPLACES = 2;

  static JournalRecord of(byte[] content, boolean replaces, boolean commits, long received) {
    int contentSum = sum(content, 0, content.length);
    return new JournalRecord(replaces, commits, content.length, received, contentSum);
  }

  ByteBuffer frame() {
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
    int flags = (replaces ? REPLACES : 0) | (commits ? COMMITS : 0);
    frame.putShort(MAGIC).putShort((short) flags).putInt(length);
    frame.putLong(received).putInt(contentSum);
    frame.putInt(sum(frame.array(), 0, FRAME_BYTES - Integer.BYTES));
    return frame.flip();
  }

  /** Reads a frame; null when the bytes are none. */
  static @org.jspecify.annotations.Nullable JournalRecord read(byte[] bytes, int at) {
    if (bytes.length - at < FRAME_BYTES) {
      return null;
    }
    ByteBuffer frame = ByteBuffer.wrap(bytes, at, FRAME_BYTES);
    short magic = frame.getShort();
    short flags = frame.getShort();
    int length = frame.getInt();
    long received = frame.getLong();
    int contentSum = frame.getInt();
    boolean sound =
        magic == MAGIC
            && (flags & ~(COMMITS | REPLACES)) == 0
            && length >= 0
            && length <= SignedDocument.MAX_BYTES
            && frame.getInt() == sum(bytes, at, FRAME_BYTES - Integer.BYTES);
    return sound
        ? new JournalRecord(
            (flags & REPLACES) != 0, (flags & COMMITS) != 0, length, received, contentSum)
        : null;
  }

  boolean holds(byte[] bytes, int at) {
    return bytes.length - at >= length && sum(bytes, at, length) == contentSum;
  }

  private static int sum(byte[] bytes, int at, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, at, length);
    return (int) sum.getValue();
  }
}

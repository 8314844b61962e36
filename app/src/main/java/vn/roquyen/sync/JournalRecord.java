package vn.roquyen.sync;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The frame of a record: magic, flags, length, time, checksum of the content, checksum of the
 * frame. With its own checksum a frame is recognised after damage before it, and a flipped length
 * is not believed.
 *
 * @param commits true when this record and those before it count; records of a batch do not until
 *     its last record is there
 * @param received milliseconds since 1970 at which this machine took the record in
 */
record JournalRecord(boolean commits, int length, long received, int contentSum) {
  static final int FRAME_BYTES = 24;
  private static final short MAGIC = 0x5251;
  private static final short COMMITS = 1;

  static JournalRecord of(byte[] content, boolean commits, long received) {
    return new JournalRecord(commits, content.length, received, sum(content, 0, content.length));
  }

  ByteBuffer frame() {
    ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
    frame.putShort(MAGIC).putShort(commits ? COMMITS : 0).putInt(length);
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
            && (flags & ~COMMITS) == 0
            && length >= 0
            && length <= SignedDocument.MAX_BYTES
            && frame.getInt() == sum(bytes, at, FRAME_BYTES - Integer.BYTES);
    return sound ? new JournalRecord(flags == COMMITS, length, received, contentSum) : null;
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

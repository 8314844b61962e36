package vn.roquyen.sync;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The few things that the journal asks of a disk; tests put a disk under it that loses power. */
interface JournalFile extends Closeable {

  long size() throws IOException;

  /** Fills the buffer from that position, or as far as the file goes. */
  void read(ByteBuffer into, long position) throws IOException;

  void write(ByteBuffer from, long position) throws IOException;

  /** Returns when everything written is on the medium. */
  void force() throws IOException;

  void truncate(long size) throws IOException;

  /** Keeps a copy of bytes that are about to be cut, for whoever wants to look into them. */
  void setAside(byte[] tail) throws IOException;

  /** Frees the space that is kept back, so that a full disk still takes a draft. */
  void freeReserve() throws IOException;
}

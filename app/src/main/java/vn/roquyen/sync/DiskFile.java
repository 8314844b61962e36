package vn.roquyen.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.roquyen.platform.AtomicFile;

/**
 * A journal on a real disk: {@code journal.rqj}, beside it {@code journal.cut} with what a power
 * cut left unfinished, and {@code reserve}, a megabyte to be freed when the disk is full.
 */
final class DiskFile implements JournalFile {
  static final String NAME = "journal.rqj";
  private static final int RESERVE = 1024 * 1024;

  private final FileChannel channel;
  private final Path cut;
  private final Path reserve;

  DiskFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    channel =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    cut = folder.resolve("journal.cut");
    reserve = folder.resolve("reserve");
    AtomicFile.forceFolder(folder);
    if (!Files.exists(reserve)) {
      fillReserve();
    }
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void read(ByteBuffer into, long position) throws IOException {
    long at = position;
    while (into.hasRemaining()) {
      int count = channel.read(into, at);
      if (count < 0) {
        return;
      }
      at += count;
    }
  }

  @Override
  public void write(ByteBuffer from, long position) throws IOException {
    long at = position;
    while (from.hasRemaining()) {
      at += channel.write(from, at);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public void setAside(byte[] tail) throws IOException {
    Files.write(cut, tail);
  }

  @Override
  public void freeReserve() throws IOException {
    Files.deleteIfExists(reserve);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A disk that has no room for the reserve is not yet a reason not to start. */
  private void fillReserve() throws IOException {
    try {
      Files.write(reserve, new byte[RESERVE]);
    } catch (IOException full) {
      Files.deleteIfExists(reserve);
    }
  }
}

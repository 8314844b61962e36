package vn.roquyen.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;

/**
 * A disk with a page cache that loses power: what was forced is on the medium, what was not is
 * there page by page or not, in any order, and the file may be longer or shorter than its pages.
 */
final class FakeDisk implements JournalFile {
  private static final int PAGE = 512;
  private byte[] cached = new byte[0];
  private byte[] medium = new byte[0];
  private final TreeSet<Integer> dirty = new TreeSet<>();
  long capacity = Long.MAX_VALUE;
  boolean reserveFreed;
  boolean failForce;

  /** After so many writes and forces the power is off: nothing reaches the disk any more. */
  int stepsToPowerLoss = Integer.MAX_VALUE;

  byte[] aside = new byte[0];

  static FakeDisk holding(byte[] bytes) {
    FakeDisk disk = new FakeDisk();
    disk.cached = bytes.clone();
    disk.medium = bytes.clone();
    return disk;
  }

  byte[] bytes() {
    return cached.clone();
  }

  private void step() throws IOException {
    if (stepsToPowerLoss == 0) {
      throw new IOException("power");
    }
    stepsToPowerLoss--;
  }

  /** What is found after the power came back. */
  FakeDisk afterPowerLoss(Random random) {
    int size =
        switch (random.nextInt(3)) {
          case 0 -> medium.length;
          case 1 -> cached.length;
          default ->
              Math.min(medium.length, cached.length)
                  + random.nextInt(Math.abs(cached.length - medium.length) + 1);
        };
    byte[] found = Arrays.copyOf(medium, size);
    for (int page : dirty) {
      if (random.nextBoolean()) {
        int from = page * PAGE;
        int sector = random.nextInt(8) == 0 ? random.nextInt(PAGE) : PAGE;
        int count = Math.min(sector, Math.min(cached.length, size) - from);
        if (count > 0) {
          System.arraycopy(cached, from, found, from, count);
        }
      }
    }
    return holding(found);
  }

  @Override
  public long size() {
    return cached.length;
  }

  @Override
  public void read(ByteBuffer into, long position) {
    int count = (int) Math.min(into.remaining(), cached.length - position);
    if (count > 0) {
      into.put(cached, (int) position, count);
    }
  }

  @Override
  public void write(ByteBuffer from, long position) throws IOException {
    step();
    int count = from.remaining();
    int room = (int) Math.min(count, Math.max(0, capacity - position));
    cached = Arrays.copyOf(cached, Math.max(cached.length, (int) position + room));
    from.get(cached, (int) position, room);
    for (int page = (int) position / PAGE; page <= (position + room - 1) / PAGE; page++) {
      dirty.add(page);
    }
    if (room < count) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public void force() throws IOException {
    step();
    if (failForce) {
      throw new IOException("Input/output error");
    }
    medium = cached.clone();
    dirty.clear();
  }

  @Override
  public void truncate(long size) throws IOException {
    step();
    cached = Arrays.copyOf(cached, (int) size);
  }

  @Override
  public void setAside(byte[] tail) {
    aside = tail;
  }

  @Override
  public void freeReserve() {
    reserveFreed = true;
  }

  @Override
  public void close() {}
}

package vn.roquyen.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that lie in bytes, each read when it is asked for: of thousands of rows a list needs the
 * names of a few hundred.
 */
final class PackedTexts {
  private static final int FEW = 64;

  private final byte[] bytes;
  private @Nullable String[] read = new String[FEW];
  private int[] starts = new int[FEW];
  private int[] lengths = new int[FEW];
  private int size;

  /** Keeps the bytes. */
  PackedTexts(byte[] bytes) {
    this.bytes = bytes;
  }

  int size() {
    return size;
  }

  void add(int start, int length) {
    if (size == starts.length) {
      read = Arrays.copyOf(read, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    starts[size] = start;
    lengths[size++] = length;
  }

  String at(int number) {
    String known = read[number];
    if (known == null) {
      known = new String(bytes, starts[number], lengths[number], StandardCharsets.UTF_8);
      read[number] = known;
    }
    return known;
  }
}

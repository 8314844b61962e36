package vn.roquyen.sync;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Packs the operations of a change: raw, deflated, or, when they are few, deflated with a
 * dictionary; the smallest.
 */
final class Compression {
  static final int MAX_INFLATED = 4 * 1024 * 1024;

  /** What is larger fills the window of DEFLATE by itself: a dictionary would only cost time. */
  private static final int LARGE = 64 * 1024;

  /** How operations are packed; the numbers stand in change files. */
  enum Encoding {
    RAW,
    DEFLATE,
    DICTIONARY
  }

  /**
   * Packed operations.
   *
   * @param dictionary its name when the encoding needs one
   */
  record Packed(Encoding encoding, @Nullable String dictionary, byte[] bytes) {}

  private final List<Dictionary> dictionaries;
  private final boolean packs;

  /** Packs with the first dictionary, unpacks with any of them. */
  Compression(List<Dictionary> dictionaries) {
    this(dictionaries, true);
  }

  private Compression(List<Dictionary> dictionaries, boolean packs) {
    this.dictionaries = List.copyOf(dictionaries);
    this.packs = packs;
  }

  /** Leaves everything as it is. */
  static Compression none() {
    return new Compression(List.of(), false);
  }

  Packed pack(byte[] plain) {
    Packed best = new Packed(Encoding.RAW, null, plain);
    if (!packs) {
      return best;
    }
    boolean large = plain.length > LARGE;
    int level = large ? Deflater.DEFAULT_COMPRESSION : Deflater.BEST_COMPRESSION;
    byte[] deflated = deflate(plain, null, level);
    if (deflated.length < best.bytes.length) {
      best = new Packed(Encoding.DEFLATE, null, deflated);
    }
    if (!large && !dictionaries.isEmpty()) {
      Dictionary dictionary = dictionaries.getFirst();
      byte[] helped = deflate(plain, dictionary.bytes(), level);
      if (helped.length + Dictionary.NAME_BYTES + 2 < best.bytes.length) {
        best = new Packed(Encoding.DICTIONARY, dictionary.name(), helped);
      }
    }
    return best;
  }

  /**
   * Unpacks, never beyond the cap.
   *
   * @throws Refusal BAD_COMPRESSION, TOO_LARGE_INFLATED, DICTIONARY_UNKNOWN
   */
  byte[] unpack(Packed packed) {
    return switch (packed.encoding) {
      case RAW -> packed.bytes;
      case DEFLATE -> inflate(packed.bytes, null);
      case DICTIONARY -> inflate(packed.bytes, dictionary(packed.dictionary));
    };
  }

  private byte[] dictionary(@Nullable String name) {
    for (Dictionary dictionary : dictionaries) {
      if (dictionary.name().equals(name)) {
        return dictionary.bytes();
      }
    }
    throw new Refusal(Reason.DICTIONARY_UNKNOWN, String.valueOf(name));
  }

  private static byte[] deflate(byte[] plain, byte @Nullable [] dictionary, int level) {
    try (Deflater deflater = new Deflater(level, true)) {
      if (dictionary != null) {
        deflater.setDictionary(dictionary);
      }
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static byte[] inflate(byte[] deflated, byte @Nullable [] dictionary) {
    try (Inflater inflater = new Inflater(true)) {
      if (dictionary != null) {
        inflater.setDictionary(dictionary);
      }
      inflater.setInput(deflated);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && !inflater.finished()) {
          throw new Refusal(Reason.BAD_COMPRESSION);
        }
        if (out.size() + count > MAX_INFLATED) {
          throw new Refusal(Reason.TOO_LARGE_INFLATED);
        }
        out.write(buffer, 0, count);
      }
      if (inflater.getRemaining() != 0) {
        throw new Refusal(Reason.TRAILING_BYTES);
      }
      return out.toByteArray();
    } catch (DataFormatException damaged) {
      throw new Refusal(Reason.BAD_COMPRESSION);
    }
  }
}

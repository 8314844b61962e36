package vn.roquyen.sync;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the deterministic CBOR of change files and nothing else: shortest heads, definite lengths,
 * ascending keys, no floats, no unknown tags, strict UTF-8, no trailing bytes. Every length is held
 * against what is left of the input before anything is allocated. Whatever is wrong is a {@link
 * Refusal}.
 */
final class CborReader {
  static final int MAX_STRING = 64 * 1024;
  static final int MAX_DEPTH = 8;
  private static final long MAX_DAYS = 4_000_000;

  private static final char INSTEAD_OF_MALFORMED = '\uFFFD';
  private static final int MAX_VALUES = 100_000;
  private static final int MAX_ITEMS = 1_000;

  private final byte[] input;
  private int position;
  private int values;

  CborReader(byte[] input) {
    this.input = input;
  }

  /** Reads a number that is not negative. */
  long unsigned() {
    return head(CborWriter.UNSIGNED);
  }

  /** Reads a number from 0 to a limit. */
  int unsigned(int limit) {
    long value = unsigned();
    if (value > limit) {
      throw malformed("number");
    }
    return (int) value;
  }

  /** Reads a number of either sign. */
  long number() {
    return nextIs(CborWriter.NEGATIVE) ? -1 - head(CborWriter.NEGATIVE) : unsigned();
  }

  /** Reads a byte string of exactly that length. */
  byte[] bytes(int length) {
    byte[] value = bytesUpTo(length);
    if (value.length != length) {
      throw malformed("length");
    }
    return value;
  }

  /** Reads a byte string that is not longer than a limit. */
  byte[] bytesUpTo(int limit) {
    int length = length(head(CborWriter.BYTES), limit);
    position += length;
    return Arrays.copyOfRange(input, position - length, position);
  }

  /** Reads a text that is not longer than 64 KiB. */
  String text() {
    int length = length(head(CborWriter.TEXT), MAX_STRING);
    int start = position;
    position += length;
    String text = new String(input, start, length, StandardCharsets.UTF_8);
    return text.indexOf(INSTEAD_OF_MALFORMED) < 0 ? text : strict(start, length);
  }

  /** Many times slower, so only for a text that has the character that stands for wrong bytes. */
  private String strict(int start, int length) {
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(input, start, length);
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed("UTF-8");
    }
  }

  /** Reads the head of an array of at most so many items. */
  int array(int limit) {
    return count(head(CborWriter.ARRAY), limit, 1);
  }

  /** Reads the head of a map of at most so many entries. */
  int map(int limit) {
    return count(head(CborWriter.MAP), limit, 2);
  }

  /** Reads a numeric key of a map; it must be greater than the one before (-1 for the first). */
  int key(int previous) {
    int key = unsigned(Integer.MAX_VALUE);
    if (key <= previous) {
      throw malformed("key order");
    }
    return key;
  }

  /** Reads a text key of a map; it must come after the one before (null for the first). */
  String key(@Nullable String previous) {
    String key = text();
    if (previous != null && CborWriter.KEY_ORDER.compare(key, previous) <= 0) {
      throw malformed("key order");
    }
    return key;
  }

  /** Reads a tag, which must have that number. */
  void tag(long number) {
    if (head(CborWriter.TAG) != number) {
      throw malformed("tag");
    }
  }

  /** Reads the number of a tag. */
  long tag() {
    return head(CborWriter.TAG);
  }

  /** True when bytes are left and the next item is of that major type. */
  boolean nextIs(int major) {
    return position < input.length && (input[position] & 0xff) >>> 5 == major;
  }

  /** Reads any value that a field may have. */
  @Nullable Object value() {
    return value(MAX_DEPTH);
  }

  /** All bytes must have been read. */
  void end() {
    if (position != input.length) {
      throw new Refusal(Reason.TRAILING_BYTES);
    }
  }

  private @Nullable Object value(int depth) {
    // Small items cost far more memory than input, so their number is capped as well.
    if (depth == 0 || ++values > MAX_VALUES) {
      throw new Refusal(Reason.TOO_MANY, depth == 0 ? "nesting" : "values");
    }
    return switch (peekMajor()) {
      case CborWriter.UNSIGNED, CborWriter.NEGATIVE -> {
        long number = number();
        yield (int) number == number ? (Object) (int) number : (Object) number;
      }
      case CborWriter.BYTES -> ByteBuffer.wrap(bytesUpTo(MAX_STRING)).asReadOnlyBuffer();
      case CborWriter.TEXT -> text();
      case CborWriter.ARRAY -> list(depth);
      case CborWriter.MAP -> entries(depth);
      case CborWriter.TAG -> date();
      default -> simple();
    };
  }

  private List<@Nullable Object> list(int depth) {
    int count = array(MAX_ITEMS);
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(value(depth - 1));
    }
    return items;
  }

  private Map<String, @Nullable Object> entries(int depth) {
    int count = map(MAX_ITEMS);
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    String key = null;
    for (int i = 0; i < count; i++) {
      key = key(key);
      entries.put(key, value(depth - 1));
    }
    return entries;
  }

  private LocalDate date() {
    tag(CborWriter.DATE_TAG);
    long days = number();
    if (days < -MAX_DAYS || days > MAX_DAYS) {
      throw malformed("date");
    }
    return LocalDate.ofEpochDay(days);
  }

  private @Nullable Boolean simple() {
    return switch ((int) head(CborWriter.SIMPLE)) {
      case CborWriter.FALSE -> Boolean.FALSE;
      case CborWriter.TRUE -> Boolean.TRUE;
      case CborWriter.NULL -> null;
      default -> throw malformed("simple value");
    };
  }

  private int peekMajor() {
    if (position >= input.length) {
      throw malformed("end");
    }
    return (input[position] & 0xff) >>> 5;
  }

  /** Reads a head of that major type; its argument must be in the shortest form. */
  private long head(int major) {
    if (peekMajor() != major) {
      throw malformed("type");
    }
    int low = input[position++] & 0x1f;
    if (low < 24) {
      return low;
    }
    // 28 to 31 are reserved or of indefinite length; simple values and floats are never wide here.
    if (low > 27 || major == CborWriter.SIMPLE) {
      throw malformed("head");
    }
    int width = 1 << (low - 24);
    if (width > input.length - position) {
      throw malformed("end");
    }
    long argument = 0;
    for (int i = 0; i < width; i++) {
      argument = argument << 8 | input[position++] & 0xff;
    }
    long least = width == 1 ? 24 : 1L << (width * 4);
    if (argument < least) {
      throw malformed("head");
    }
    return argument;
  }

  private int length(long claimed, int limit) {
    if (claimed > limit) {
      throw new Refusal(Reason.TOO_MANY, "length");
    }
    if (claimed > input.length - position) {
      throw malformed("end");
    }
    return (int) claimed;
  }

  /** An array of n items needs at least n bytes: a claim beyond the input is refused at once. */
  private int count(long claimed, int limit, int bytesEach) {
    if (claimed > limit) {
      throw new Refusal(Reason.TOO_MANY, "count");
    }
    if (claimed > (input.length - position) / bytesEach) {
      throw malformed("end");
    }
    return (int) claimed;
  }

  private static Refusal malformed(String what) {
    return new Refusal(Reason.MALFORMED, what);
  }
}

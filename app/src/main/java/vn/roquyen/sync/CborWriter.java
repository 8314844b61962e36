package vn.roquyen.sync;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the deterministic CBOR (RFC 8949, 4.2.1) that change files are made of. Callers write the
 * keys of a map in ascending order; {@link CborReader} refuses anything else.
 */
final class CborWriter {
  static final int UNSIGNED = 0;
  static final int NEGATIVE = 1;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int ARRAY = 4;
  static final int MAP = 5;
  static final int TAG = 6;
  static final int SIMPLE = 7;

  static final int FALSE = 20;
  static final int TRUE = 21;
  static final int NULL = 22;

  /** Days since 1970-01-01 (RFC 8943). */
  static final long DATE_TAG = 100;

  /** Text keys in the order of their encodings: the shorter first, then by bytes. */
  static final Comparator<String> KEY_ORDER =
      Comparator.comparing(
          key -> key.getBytes(StandardCharsets.UTF_8),
          (left, right) ->
              left.length != right.length
                  ? Integer.compare(left.length, right.length)
                  : Arrays.compareUnsigned(left, right));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  CborWriter number(long value) {
    return value >= 0 ? head(UNSIGNED, value) : head(NEGATIVE, -1 - value);
  }

  CborWriter bytes(byte[] value) {
    head(BYTES, value.length);
    out.writeBytes(value);
    return this;
  }

  CborWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    head(TEXT, utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  CborWriter array(int size) {
    return head(ARRAY, size);
  }

  CborWriter map(int size) {
    return head(MAP, size);
  }

  CborWriter tag(long number) {
    return head(TAG, number);
  }

  /** Writes bytes that are CBOR already. */
  CborWriter raw(byte[] encoded) {
    out.writeBytes(encoded);
    return this;
  }

  /** Writes the value of a field. */
  CborWriter value(@Nullable Object value) {
    return switch (value) {
      case null -> head(SIMPLE, NULL);
      case Boolean truth -> head(SIMPLE, truth ? TRUE : FALSE);
      case Integer number -> number(number);
      case Long number -> number(number);
      case String text -> text(text);
      case LocalDate date -> tag(DATE_TAG).number(date.toEpochDay());
      case ByteBuffer buffer -> {
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        yield bytes(copy);
      }
      case List<?> list -> {
        array(list.size());
        list.forEach(this::value);
        yield this;
      }
      case Map<?, ?> map -> {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>(KEY_ORDER);
        map.forEach((key, part) -> sorted.put((String) key, part));
        map(sorted.size());
        sorted.forEach((key, part) -> text(key).value(part));
        yield this;
      }
      default -> throw new IllegalArgumentException("no CBOR for " + value.getClass());
    };
  }

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  private CborWriter head(int major, long argument) {
    int type = major << 5;
    if (argument < 24) {
      out.write(type | (int) argument);
    } else {
      int width = argument < 1 << 8 ? 0 : argument < 1 << 16 ? 1 : argument < 1L << 32 ? 2 : 3;
      out.write(type | 24 + width);
      for (int shift = (8 << width) - 8; shift >= 0; shift -= 8) {
        out.write((int) (argument >>> shift));
      }
    }
    return this;
  }
}

package vn.roquyen.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;

/**
 * Packs what a change did to rows of one entity: each text once, and of what a row holds afterwards
 * only what became another. The checksum of the compression tells of a flipped bit.
 */
final class RowChangeCodec {
  private static final int WAS = 1;
  private static final int IS = 2;
  static final int NOTHING = -1;

  /**
   * A row before and after.
   *
   * @param before values, that of field n at n - 1; null when the row was not there
   */
  record Entry(
      String key,
      long changed,
      @Nullable Object @Nullable [] before,
      @Nullable Object @Nullable [] after) {}

  private RowChangeCodec() {}

  static byte[] pack(Entity entity, List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
      Packing packing = new Packing(entity, out);
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        packing.entry(entry);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  /** Hands over each row by its key, in the order in which they were written. */
  static void unpack(Entity entity, int place, byte[] packed, BiConsumer<String, RowChange> taker) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      Unpacking unpacking = new Unpacking(entity, place, ByteBuffer.wrap(in.readAllBytes()));
      unpacking.entries(taker);
    } catch (IOException damaged) {
      throw new IllegalStateException("what a change did to rows cannot be read", damaged);
    }
  }

  private record Packing(Entity entity, DataOutputStream out, Map<String, Integer> texts) {
    Packing(Entity entity, DataOutputStream out) {
      this(entity, out, new HashMap<>());
    }

    void entry(Entry entry) throws IOException {
      @Nullable Object[] before = entry.before();
      @Nullable Object[] after = entry.after();
      text(entry.key());
      out.writeByte((before == null ? 0 : WAS) | (after == null ? 0 : IS));
      out.writeLong(entry.changed());
      if (before != null) {
        values(before, -1);
      }
      if (after != null) {
        values(after, before == null ? -1 : entry.changed());
      }
    }

    /** The values of those fields. */
    private void values(@Nullable Object[] values, long mask) throws IOException {
      for (Column column : entity.columns().values()) {
        if (isKept(entity, column, mask)) {
          value(values[column.number() - 1]);
        }
      }
    }

    private void value(@Nullable Object value) throws IOException {
      if (value == null) {
        out.writeInt(NOTHING);
      } else {
        text(value.toString());
      }
    }

    /** A text that was written before by its number, another by its length and its letters. */
    private void text(String text) throws IOException {
      Integer known = texts.putIfAbsent(text, texts.size());
      if (known != null) {
        out.writeInt(known);
      } else {
        out.writeInt(texts.size() - 1);
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(letters.length);
        out.write(letters);
      }
    }
  }

  private record Unpacking(Entity entity, int place, ByteBuffer in, PackedTexts texts) {
    Unpacking(Entity entity, int place, ByteBuffer in) {
      this(entity, place, in, new PackedTexts(in.array()));
    }

    void entries(BiConsumer<String, RowChange> taker) {
      int fields = entity.columns().size();
      for (int left = in.getInt(); left > 0; left--) {
        String key = texts.at(text());
        int there = in.get();
        long changed = in.getLong();
        int[] before = new int[fields];
        Arrays.fill(before, NOTHING);
        boolean was = (there & WAS) != 0;
        if (was) {
          values(before, -1);
        }
        int[] after = before;
        boolean is = (there & IS) != 0;
        if (is) {
          after = before.clone();
          values(after, was ? changed : -1);
        }
        taker.accept(
            key,
            new RowChange(
                place, was ? row(key, before) : null, is ? row(key, after) : null, changed));
      }
    }

    private Row row(String key, int[] numbers) {
      return new Row(entity, key, new PackedValues(entity, numbers, texts));
    }

    private void values(int[] numbers, long mask) {
      for (Column column : entity.columns().values()) {
        if (isKept(entity, column, mask)) {
          numbers[column.number() - 1] = text();
        }
      }
    }

    /** The number of the next text. */
    private int text() {
      int number = in.getInt();
      if (number == texts.size()) {
        int length = in.getInt();
        texts.add(in.position(), length);
        in.position(in.position() + length);
      }
      return number;
    }
  }

  private static boolean isKept(Entity entity, Column column, long mask) {
    return (mask >>> column.number() & 1) != 0 && !RowChange.isLong(entity, column);
  }
}

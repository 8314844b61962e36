package vn.roquyen.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.Rows;
import vn.roquyen.domain.Sha256;
import vn.roquyen.domain.WritePolicy;

/**
 * One line that is equal on two machines exactly when their tables hold the same rows: the SHA-256
 * of all rows in the order of entity and key, each value with its length before it.
 */
public final class RegisterDigest {
  private final Rows rows;

  public RegisterDigest(Rows rows) {
    this.rows = rows;
  }

  /** The digest of the public register, without what units keep for themselves. */
  public String ofPublicRegister() {
    return of(entity -> !WritePolicy.isOfUnit(entity));
  }

  /** The digest of every table. */
  public String ofEverything() {
    return of(entity -> true);
  }

  private String of(Predicate<Entity> wanted) {
    MessageDigest sum = Sha256.fresh();
    for (Entity entity : Entity.values()) {
      if (wanted.test(entity)) {
        rows.forEach(entity, row -> add(sum, row));
      }
    }
    return HexFormat.of().formatHex(sum.digest());
  }

  private static void add(MessageDigest sum, Row row) {
    number(sum, row.entity().number());
    text(sum, row.key());
    row.entity()
        .columns()
        .values()
        .forEach(
            column -> {
              Object value = row.values().get(column.name());
              if (value != null) {
                number(sum, column.number());
                value(sum, value);
              }
            });
  }

  private static void value(MessageDigest sum, Object value) {
    if (value instanceof List<?> list) {
      number(sum, list.size());
      list.forEach(part -> value(sum, part));
    } else if (value instanceof Map<?, ?> map) {
      number(sum, map.size());
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((name, part) -> sorted.put(String.valueOf(name), part));
      sorted.forEach(
          (name, part) -> {
            text(sum, name);
            value(sum, part);
          });
    } else {
      text(sum, value.toString());
    }
  }

  private static void text(MessageDigest sum, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(sum, bytes.length);
    sum.update(bytes);
  }

  private static void number(MessageDigest sum, int number) {
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}

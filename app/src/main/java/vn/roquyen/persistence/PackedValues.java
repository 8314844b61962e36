package vn.roquyen.persistence;

import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;

/** The values of a row by name, which lie packed until they are asked for. */
final class PackedValues extends AbstractMap<String, Object> {
  private final Entity entity;
  private final int[] numbers;
  private final PackedTexts texts;

  /**
   * Keeps the numbers.
   *
   * @param numbers of the texts: that of field n at n - 1
   */
  PackedValues(Entity entity, int[] numbers, PackedTexts texts) {
    this.entity = entity;
    this.numbers = numbers;
    this.texts = texts;
  }

  @Override
  public @Nullable Object get(Object name) {
    Column column = name instanceof String text ? entity.column(text) : null;
    return column == null ? null : value(column);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Column column : entity.columns().values()) {
      Object value = value(column);
      if (value != null) {
        named.put(column.name(), value);
      }
    }
    return named.entrySet();
  }

  private @Nullable Object value(Column column) {
    int number = numbers[column.number() - 1];
    if (number == RowChangeCodec.NOTHING) {
      return null;
    }
    String text = texts.at(number);
    return switch (column.type()) {
      case INTEGER -> Integer.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case TEXT, LIST -> text;
    };
  }
}

package vn.roquyen.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it travels: entity and fields by their stable numbers, so that what a newer
 * program wrote is kept although this one does not know it yet.
 *
 * <p>An edit touches the fields that it lists and no others. An insert lists every field that its
 * author's program knows, so it empties what it does not set, but never what only a newer program
 * knows.
 *
 * @param fields by field number; a null value empties the field
 */
public record RowEdit(
    int entity, String key, Kind kind, SortedMap<Integer, @Nullable Object> fields) {

  /** What an edit does; the numbers stand in change files. */
  public enum Kind {
    INSERT(0),
    SET(1),
    REMOVE(2);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    public int number() {
      return number;
    }

    /** The kind of that number, or null when this program does not know it. */
    public static @Nullable Kind ofNumber(long number) {
      return number >= 0 && number < values().length ? values()[(int) number] : null;
    }
  }

  public RowEdit {
    fields = Collections.unmodifiableSortedMap(fields);
  }

  /** The edit that says the same as an operation. */
  public static RowEdit of(Operation operation) {
    return switch (operation) {
      case Operation.Insert insert -> of(insert, Kind.INSERT, insert.values());
      case Operation.SetFields set -> of(set, Kind.SET, set.values());
      case Operation.Remove remove -> of(remove, Kind.REMOVE, Map.of());
    };
  }

  private static RowEdit of(
      Operation operation, Kind kind, Map<String, ? extends @Nullable Object> values) {
    SortedMap<Integer, @Nullable Object> fields = new TreeMap<>();
    if (kind == Kind.INSERT) {
      operation.entity().columns().values().forEach(column -> fields.put(column.number(), null));
    }
    values.forEach(
        (name, value) -> {
          Column column = operation.entity().column(name);
          if (column == null) {
            throw new IllegalArgumentException("no field " + name + " in " + operation.entity());
          }
          fields.put(column.number(), value);
        });
    return new RowEdit(operation.entity().number(), operation.key(), kind, fields);
  }

  /** The entity, or null when a newer program wrote this edit. */
  public @Nullable Entity known() {
    return Entity.ofNumber(entity);
  }

  /**
   * What this program can apply of the edit: the known fields of a known entity.
   *
   * @throws IllegalStateException when the entity is unknown; such a change is held, not applied
   */
  public Operation operation() {
    Entity target = known();
    if (target == null) {
      throw new IllegalStateException("entity " + entity + " is not known yet");
    }
    if (kind == Kind.REMOVE) {
      return new Operation.Remove(target, key);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    fields.forEach(
        (number, value) -> {
          Column column = target.column(number);
          if (column != null) {
            values.put(column.name(), value);
          }
        });
    if (kind == Kind.SET) {
      return new Operation.SetFields(target, key, values);
    }
    values.values().removeIf(value -> value == null);
    return new Operation.Insert(target, key, values);
  }
}

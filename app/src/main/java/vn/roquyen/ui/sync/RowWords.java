package vn.roquyen.ui.sync;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;

/** What a person calls a row, and how its values are written. */
final class RowWords {
  private static final int LONGEST_NAME = 90;

  private final @Nullable Register register;
  private final UnitNames units;
  private final Messages messages;

  /**
   * @param register where the names stand; null while it is not known
   */
  RowWords(@Nullable Register register, Messages messages) {
    this.register = register;
    this.units = register == null ? UnitNames.NONE : UnitNames.of(register);
    this.messages = messages;
  }

  String unit(String code) {
    return messages.unit(code, units);
  }

  /** A row by its name, as far as it has one that is not itself in question. */
  String row(Entity entity, String key) {
    Register known = register;
    String name = null;
    if (known != null) {
      name =
          switch (entity) {
            case POWER -> known.powers().containsKey(key) ? known.powers().get(key).title() : null;
            case FIELD -> known.fields().containsKey(key) ? known.fields().get(key).name() : null;
            case BODY, COMMUNE -> units.of(key);
            default -> null;
          };
    }
    String kind = messages.name("entity", entity);
    return name == null || name.equals(key)
        ? kind + " " + key
        : messages.text("sync.review.name", kind, Parts.brief(name, LONGEST_NAME), key);
  }

  String value(Column column, @Nullable Object value) {
    return switch (value) {
      case null -> messages.text("sync.review.empty");
      case LocalDate day -> Dates.text(day);
      case Collection<?> list ->
          list.stream().map(String::valueOf).collect(Collectors.joining("; "));
      default ->
          column.name().endsWith("_id")
              ? named(value.toString())
              : messages.valueName(column.name(), value.toString());
    };
  }

  /** What a field refers to by its name. */
  private String named(String key) {
    Register known = register;
    if (known == null) {
      return key;
    }
    Object named = known.fields().get(key);
    return switch (named == null ? known.powers().get(key) : named) {
      case Field field -> field.name();
      case Power power -> Parts.brief(power.title(), LONGEST_NAME);
      case null, default -> units.of(key);
    };
  }
}

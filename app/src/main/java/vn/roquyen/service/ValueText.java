package vn.roquyen.service;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;

/**
 * Writes the value of a field as people read it: names in place of ids, days, lists line by line.
 */
final class ValueText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private ValueText() {}

  /** The text of a value of a column; null for an empty field. */
  static @Nullable String of(String column, @Nullable Object value, Register register) {
    return switch (value) {
      case null -> null;
      case LocalDate day -> DAY.format(day);
      case List<?> list -> list.stream().map(ValueText::part).collect(Collectors.joining("\n"));
      default -> named(column, value.toString(), register);
    };
  }

  private static String part(Object part) {
    return part instanceof Map<?, ?> map
        ? map.values().stream()
            .map(String::valueOf)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" · "))
        : String.valueOf(part);
  }

  private static String named(String column, String value, Register register) {
    return switch (column) {
      case "grantor_id", "grantee_id", "issuer_id" -> {
        Body body = register.body(value);
        yield body == null ? value : body.name();
      }
      case "instrument_id", "from_id", "to_id" -> {
        Instrument instrument = register.instrument(value);
        yield instrument == null ? value : instrument.label();
      }
      case "provision_id" -> {
        Provision provision = register.provision(value);
        yield provision == null ? value : provision.citation().text();
      }
      case "power_id" -> {
        Power power = register.powers().get(value);
        yield power == null ? value : power.title();
      }
      case "field_id" -> {
        Field field = register.fields().get(value);
        yield field == null ? value : field.name();
      }
      default -> value;
    };
  }
}

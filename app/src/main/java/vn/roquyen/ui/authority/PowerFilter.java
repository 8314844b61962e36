package vn.roquyen.ui.authority;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.SixClears.Clear;
import vn.roquyen.service.PowerAtUnit;

/**
 * What the list of powers is narrowed to; null and an empty text mean "all".
 *
 * @param fieldId a field, with all fields below it
 * @param missing one of the six clears that is not stated
 */
public record PowerFilter(
    String text,
    @Nullable String fieldId,
    @Nullable Mode mode,
    @Nullable Answer answer,
    @Nullable Clear missing,
    Order order) {

  /** Orders in which the list can stand. */
  public enum Order {
    FIELD,
    TITLE,
    ANSWER,
    /** The most complete of the six clears first. */
    CLEARS,
    /** The most warnings first. */
    WARNINGS
  }

  /** No narrowing, field by field. */
  public static final PowerFilter ALL = new PowerFilter("", null, null, null, null, Order.FIELD);

  PowerFilter withText(String words) {
    return new PowerFilter(words, fieldId, mode, answer, missing, order);
  }

  PowerFilter withField(@Nullable String wanted) {
    return new PowerFilter(text, wanted, mode, answer, missing, order);
  }

  PowerFilter withMode(@Nullable Mode wanted) {
    return new PowerFilter(text, fieldId, wanted, answer, missing, order);
  }

  PowerFilter withAnswer(@Nullable Answer wanted) {
    return new PowerFilter(text, fieldId, mode, wanted, missing, order);
  }

  PowerFilter withMissing(@Nullable Clear wanted) {
    return new PowerFilter(text, fieldId, mode, answer, wanted, order);
  }

  PowerFilter withOrder(Order wanted) {
    return new PowerFilter(text, fieldId, mode, answer, missing, wanted);
  }

  /** True when something is left out. */
  boolean narrows() {
    return !equals(ALL.withOrder(order));
  }

  boolean admits(PowerAtUnit power) {
    return admitsField(power)
        && admitsMode(power)
        && (answer == null || answer == power.competence().answer())
        && (missing == null || power.competence().sixClears().of(missing) == null)
        && admitsText(power);
  }

  private boolean admitsField(PowerAtUnit power) {
    return fieldId == null
        || power.fields().stream().map(Field::id).anyMatch(id -> id.equals(fieldId));
  }

  private boolean admitsMode(PowerAtUnit power) {
    return mode == null || power.grants().stream().anyMatch(grant -> grant.mode() == mode);
  }

  private boolean admitsText(PowerAtUnit power) {
    return text.isBlank() || PlainLetters.containsWords(wordsOf(power), text);
  }

  private static String wordsOf(PowerAtUnit power) {
    return Stream.of(
            Stream.of(power.power().id(), power.power().title(), power.power().keywords()),
            power.competence().holders().stream().map(Competence.Holder::name),
            power.bases().stream().map(basis -> basis.instrument().label()),
            names(power.fields()))
        .flatMap(words -> words)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> names(List<Field> fields) {
    return fields.stream().map(Field::name);
  }
}

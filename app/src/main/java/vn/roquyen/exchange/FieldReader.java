package vn.roquyen.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.References;
import vn.roquyen.domain.RowProblem;

/**
 * Turns what a person wrote for a field into what the register keeps for it, or says why that
 * cannot be: the same for a cell of an annex and for a field of a form.
 */
public final class FieldReader {
  private final AnnexReader.Words words;

  public FieldReader(AnnexReader.Words words) {
    this.words = words;
  }

  /** What came of a text. */
  public sealed interface Read {

    /** A value, or null for an empty field. */
    record Good(@Nullable Object value) implements Read {}

    /** No value; the arguments are those of the problem, the field's name first. */
    record Bad(RowProblem problem, List<String> arguments) implements Read {}
  }

  /**
   * Reads the text of a field.
   *
   * @param label how the person knows the field
   */
  public Read read(Entity entity, String field, String label, String text) {
    String clean = CleanText.of(text);
    try {
      return new Read.Good(
          value(entity, cell(entity, field), clean == null ? null : words.clean(clean)));
    } catch (CellRules.Unusable unusable) {
      List<String> arguments = new ArrayList<>(unusable.arguments());
      arguments.set(0, label);
      return new Read.Bad(unusable.problem(), arguments);
    }
  }

  /** True for a field of a record that a person may write by hand. */
  public static boolean reads(Entity entity, String field) {
    return CsvShapes.ALL.stream()
        .filter(shape -> shape.entity() == entity)
        .limit(1)
        .anyMatch(shape -> shape.cells().stream().anyMatch(cell -> cell.field().equals(field)));
  }

  /** What a field may hold when it may hold only few words; empty when it may hold any. */
  public static Set<String> words(Entity entity, String field) {
    Set<String> kept = new LinkedHashSet<>(cell(entity, field).tokens().values());
    return kept;
  }

  /** True for a field without which a record of that kind is none. */
  public static boolean isNeeded(Entity entity, String field) {
    return cell(entity, field).need() == CsvShape.Need.FILLED;
  }

  @Nullable Object value(Entity entity, CsvShape.Cell cell, @Nullable String text)
      throws CellRules.Unusable {
    Column column = Objects.requireNonNull(entity.column(cell.field()));
    if (text != null && !References.of(entity).getOrDefault(cell.field(), List.of()).isEmpty()) {
      String key = words.keyOf(entity, cell.field(), text);
      if (key == null) {
        throw new CellRules.Unusable(
            RowProblem.REFERENCE_UNKNOWN, cell.header(), CellRules.shortened(text));
      }
      return key;
    }
    String spoken =
        text == null || cell.tokens().isEmpty()
            ? text
            : PlainLetters.of(text).strip().replaceAll("[\\s_]+", "_");
    boolean known = spoken != null && cell.tokens().containsKey(spoken);
    return CellRules.value(cell, column.type(), known ? spoken : text);
  }

  private static CsvShape.Cell cell(Entity entity, String field) {
    return shape(entity).cells().stream()
        .filter(cell -> cell.field().equals(field))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(entity + "." + field));
  }

  private static CsvShape shape(Entity entity) {
    return entity == Entity.PROCEDURE
        ? CsvShapes.PROCEDURE
        : CsvShapes.ALL.stream()
            .filter(shape -> shape.entity() == entity)
            .findFirst()
            .orElseThrow();
  }
}

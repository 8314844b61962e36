package vn.roquyen.persistence;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.impact.Difference.Subject;

/**
 * What a change did to a row of the register or of the catalogue.
 *
 * @param place of the change in the journal
 * @param before the row without long texts; null when it was not there
 * @param after the same once it was written; null when it is not there any more
 * @param changed the fields that hold another value since, long texts too: bit n for number n
 */
public record RowChange(int place, @Nullable Row before, @Nullable Row after, long changed) {
  /** All that two days are compared by, and the communes, which the register of a day names. */
  private static final Set<Entity> KEPT =
      Stream.concat(Stream.of(Entity.COMMUNE), Stream.of(Subject.values()).map(Subject::entity))
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Entity.class)));

  private static final long LONG_BITS =
      Stream.of("subjects", "steps", "channels", "dossier", "legal", "conditions", "result", "url")
          .map(name -> Objects.requireNonNull(Entity.PROCEDURE.column(name)))
          .mapToLong(column -> 1L << column.number())
          .sum();

  /** True for an entity whose rows are followed. */
  public static boolean follows(Entity entity) {
    return KEPT.contains(entity);
  }

  /** The fields of an entity of which only that they changed is kept, as bits. */
  public static long longTexts(Entity entity) {
    return entity == Entity.PROCEDURE ? LONG_BITS : 0;
  }

  /** True for a text of which only that it changed is kept. */
  public static boolean isLong(Entity entity, Column column) {
    return (longTexts(entity) >>> column.number() & 1) != 0;
  }
}

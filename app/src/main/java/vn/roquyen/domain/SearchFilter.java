package vn.roquyen.domain;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up is narrowed to; null and false mean "all".
 *
 * @param field name of a field as the facets show it
 */
public record SearchFilter(
    Set<RecordKind> kinds,
    @Nullable String field,
    @Nullable Mode mode,
    @Nullable Level level,
    boolean inForceOnly) {

  /** No narrowing. */
  public static final SearchFilter ALL =
      new SearchFilter(EnumSet.allOf(RecordKind.class), null, null, null, false);

  /** The same filter for some kinds only. */
  public SearchFilter withKinds(Set<RecordKind> wanted) {
    return new SearchFilter(wanted, field, mode, level, inForceOnly);
  }
}

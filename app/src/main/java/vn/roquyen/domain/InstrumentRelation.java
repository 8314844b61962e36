package vn.roquyen.domain;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A typed relation: {@code fromId} amends, replaces, repeals … {@code toId}.
 *
 * @param provisionId the provision of {@code toId} that it acts on; null for the whole
 */
public record InstrumentRelation(
    String fromId,
    RelationKind relation,
    String toId,
    @Nullable String note,
    @Nullable String provisionId) {

  /** The key of its row in the register. */
  public String key() {
    return key(fromId, relation.name(), toId, provisionId);
  }

  /** The key of the row of a relation with those values; one for each provision acted on. */
  public static String key(
      @Nullable Object fromId,
      @Nullable Object relation,
      @Nullable Object toId,
      @Nullable Object provisionId) {
    String whole =
        fromId + ":" + Objects.toString(relation, "").toLowerCase(Locale.ROOT) + ":" + toId;
    return provisionId == null ? whole : whole + ":" + provisionId;
  }
}

package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** A typed relation: {@code fromId} amends, replaces, repeals … {@code toId}. */
public record InstrumentRelation(
    String fromId, RelationKind relation, String toId, @Nullable String note) {}

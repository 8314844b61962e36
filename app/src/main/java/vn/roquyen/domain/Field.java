package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** A field of state management; fields form a tree. */
public record Field(String id, String name, @Nullable String parentId) {}

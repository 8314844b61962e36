package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** An organ, its head, or a class such as "UBND cấp xã" that covers all communes. */
public record Body(
    String id,
    String name,
    @Nullable String shortName,
    Level level,
    BodyKind kind,
    @Nullable String parentId) {

  /** The short name where there is one. */
  public String label() {
    return shortName == null ? name : shortName;
  }
}

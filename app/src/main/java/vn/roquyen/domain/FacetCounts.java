package vn.roquyen.domain;

import java.util.Map;

/** How many hits each value of a facet has, most frequent first. */
public record FacetCounts(
    Map<RecordKind, Integer> kinds,
    Map<String, Integer> fields,
    Map<Mode, Integer> modes,
    Map<Level, Integer> levels,
    int inForce) {
  public static final FacetCounts NONE = new FacetCounts(Map.of(), Map.of(), Map.of(), Map.of(), 0);
}

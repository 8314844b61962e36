package vn.roquyen.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.FacetCounts;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RecordKind;

/** Counts how many hits have each kind, field, mode and level. */
final class FacetCounter {
  private final Map<RecordKind, Integer> kinds = new HashMap<>();
  private final Map<String, Integer> fields = new HashMap<>();
  private final Map<Mode, Integer> modes = new HashMap<>();
  private final Map<Level, Integer> levels = new HashMap<>();
  private int inForce;

  void add(long flags, String field) {
    kinds.merge(IndexFields.kind(flags), 1, Integer::sum);
    if (!field.isEmpty()) {
      fields.merge(field, 1, Integer::sum);
    }
    IndexFields.modes(flags).forEach(mode -> modes.merge(mode, 1, Integer::sum));
    IndexFields.levels(flags).forEach(level -> levels.merge(level, 1, Integer::sum));
    inForce += IndexFields.inForce(flags) ? 1 : 0;
  }

  FacetCounts counts() {
    return new FacetCounts(sorted(kinds), sorted(fields), sorted(modes), sorted(levels), inForce);
  }

  private static <K extends Comparable<? super K>> Map<K, Integer> sorted(Map<K, Integer> counts) {
    List<Map.Entry<K, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Map.Entry.<K, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    Map<K, Integer> ordered = new LinkedHashMap<>();
    entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return Collections.unmodifiableMap(ordered);
  }
}

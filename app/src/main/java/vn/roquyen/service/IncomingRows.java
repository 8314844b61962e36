package vn.roquyen.service;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.exchange.InputFile;

/** What is known of the incoming rows of one entity: keys and what is to be done, not values. */
final class IncomingRows {
  /** Where a row stands. */
  record Place(InputFile file, long line) {}

  final Map<String, Place> seen = new HashMap<>();
  final Set<String> unusable = new HashSet<>();
  final Set<String> added = new HashSet<>();
  final Set<String> changed = new HashSet<>();
  final Set<String> gone = new LinkedHashSet<>();
  final Set<String> older = new HashSet<>();
  boolean incomplete;
  @Nullable String newestSnapshot;
  int unchanged;

  /** True when a usable row of that key comes in. */
  boolean has(String key) {
    return seen.containsKey(key) && !unusable.contains(key);
  }

  /** True when the row of that key is the one of that place. */
  boolean isAt(String key, InputFile file, long line) {
    return new Place(file, line).equals(seen.get(key));
  }

  /** Takes a row out that looked good until its references were checked. */
  void reject(String key) {
    incomplete = true;
    unusable.add(key);
    if (!added.remove(key) && !changed.remove(key) && !older.remove(key)) {
      unchanged--;
    }
  }

  void noteSnapshot(@Nullable Object snapshot) {
    if (snapshot instanceof String day
        && (newestSnapshot == null || day.compareTo(newestSnapshot) > 0)) {
      newestSnapshot = day;
    }
  }

  ImportReport.Count count() {
    return new ImportReport.Count(
        added.size(), changed.size(), unchanged, gone.size(), older.size());
  }
}

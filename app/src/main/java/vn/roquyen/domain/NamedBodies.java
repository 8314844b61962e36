package vn.roquyen.domain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads which bodies a text of the national catalogue names, each text once: thousands of
 * procedures share a few hundred texts, and a list shows the answers to fifty of them at once.
 */
final class NamedBodies {
  /** The catalogue has about a thousand different texts. */
  private static final int MOST = 4_000;

  private final Map<String, List<BodyName>> known = new ConcurrentHashMap<>();

  /** The bodies that a text names, in its order; none for no text. */
  List<BodyName> in(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(
        text, names -> BodyNames.split(names).stream().map(BodyName::of).toList());
  }
}

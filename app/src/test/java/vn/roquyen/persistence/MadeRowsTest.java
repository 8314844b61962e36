package vn.roquyen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;

final class MadeRowsTest {
  private final List<String> made = new ArrayList<>();
  private final MadeRows rows = new MadeRows();

  @Test
  void aRowIsMadeOnceAlsoWhenItWasNotThere() {
    assertThat(ask(10, "a", "gone")).containsOnlyKeys("a");
    assertThat(ask(10, "a", "gone", "b")).containsOnlyKeys("a", "b");
    assertThat(made).containsExactly("a", "gone", "b");
    assertThat(rows.of(Entity.FIELD, List.of("a"), keys -> Map.of())).isEmpty();
  }

  @Test
  void whatIsTooMuchToKeepIsMadeAgain() {
    ask(3_000_000, "a", "b");
    assertThat(ask(3_000_000, "a", "b")).containsOnlyKeys("a", "b");
    assertThat(made).containsExactly("a", "b", "b");
  }

  private Map<String, Row> ask(int length, String... keys) {
    return rows.of(Entity.POWER, List.of(keys), wanted -> make(length, wanted));
  }

  private Map<String, Row> make(int length, Collection<String> keys) {
    made.addAll(keys);
    Map<String, Row> found = new HashMap<>();
    for (String key : keys) {
      if (!key.equals("gone")) {
        found.put(key, new Row(Entity.POWER, key, Map.of("title", "x".repeat(length))));
      }
    }
    return found;
  }
}

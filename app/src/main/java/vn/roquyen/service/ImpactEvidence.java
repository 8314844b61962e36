package vn.roquyen.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Difficulty;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Rows;
import vn.roquyen.domain.Statistic;

/** Finds what was told of an instrument: difficulties that name it, and figures on their matter. */
final class ImpactEvidence {
  private final Rows rows;

  ImpactEvidence(Rows rows) {
    this.rows = rows;
  }

  /** The difficulties that name one of the numbers. */
  List<Difficulty> difficulties(Collection<String> numbers) {
    List<Difficulty> found = new ArrayList<>();
    rows.forEach(
        Entity.DIFFICULTY,
        row -> {
          Map<String, Object> values = row.values();
          String told = text(values, "title") + " " + text(values, "description");
          if (numbers.stream().anyMatch(told::contains)) {
            found.add(
                new Difficulty(
                    row.key(),
                    optional(values, "block"),
                    optional(values, "category"),
                    text(values, "title"),
                    optional(values, "description"),
                    optional(values, "affected"),
                    optional(values, "source_quote")));
          }
        });
    return found;
  }

  /** The figures whose subject names the category of one of the difficulties. */
  List<Statistic> figures(List<Difficulty> difficulties) {
    List<String> matters =
        difficulties.stream()
            .map(Difficulty::category)
            .filter(Objects::nonNull)
            .map(category -> category.toLowerCase(Locale.ROOT))
            .toList();
    List<Statistic> found = new ArrayList<>();
    rows.forEach(
        Entity.STATISTIC,
        row -> {
          Statistic figure = Statistic.of(row);
          String subject = figure.subject().toLowerCase(Locale.ROOT);
          if (matters.stream().anyMatch(subject::contains)) {
            found.add(figure);
          }
        });
    return found;
  }

  private static String text(Map<String, Object> values, String name) {
    return Objects.toString(values.get(name), "");
  }

  private static @Nullable String optional(Map<String, Object> values, String name) {
    return (String) values.get(name);
  }
}

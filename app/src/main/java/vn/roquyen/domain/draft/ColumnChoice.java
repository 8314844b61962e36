package vn.roquyen.domain.draft;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.PlainLetters;

/**
 * What a person chose for the columns of an annex, where he knows better than the program.
 *
 * @param entity what its rows are; null lets the headers tell
 * @param fields fields by header; an empty text leaves the column out
 */
public record ColumnChoice(@Nullable Entity entity, Map<String, String> fields) {
  /** Nothing was chosen. */
  public static final ColumnChoice NONE = new ColumnChoice(null, Map.of());

  public ColumnChoice {
    fields = Map.copyOf(fields);
  }

  /** How headers are recognised again: capitals, signs and blanks do not matter. */
  public static List<String> plain(List<String> headers) {
    return headers.stream().map(PlainLetters::words).toList();
  }
}

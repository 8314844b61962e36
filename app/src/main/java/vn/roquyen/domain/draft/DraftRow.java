package vn.roquyen.domain.draft;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import vn.roquyen.domain.Entity;

/**
 * One row of a draft.
 *
 * @param number by which the draft's steps name it
 * @param key of the row in the register; empty until it is known, as the code of a new procedure
 * @param texts what was typed, by field name; a field that is not named was not touched
 */
public record DraftRow(
    int number, Entity entity, String key, Kind kind, Map<String, String> texts) {

  /** What the row does in the register. */
  public enum Kind {
    NEW,
    CHANGE,
    REMOVE
  }

  public DraftRow {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** The same row with another text in a field; the name of the key column sets the key. */
  public DraftRow with(String field, String text) {
    if (field.equals(entity.keyColumn())) {
      return new DraftRow(number, entity, text, kind, texts);
    }
    Map<String, String> more = new TreeMap<>(texts);
    more.put(field, text);
    return new DraftRow(number, entity, key, kind, more);
  }

  /** What was typed into a field; empty when it was not touched. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }
}

package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.MergePolicy.Write;

/**
 * A row with the writes that still count for it: for its presence and for each field those that no
 * later write has seen. The last of each list wins; the others are kept losers.
 *
 * @param inserted true once any insert counts, also one that later writes have settled
 * @param presence ascending in the order of {@link MergePolicy#ORDER}
 * @param fields by field number, each ascending in that order
 */
public record MergedRow(
    boolean inserted, List<Write> presence, SortedMap<Integer, List<Write>> fields) {
  /** A row that nobody has written. */
  public static final MergedRow NONE = new MergedRow(false, List.of(), new TreeMap<>());

  public MergedRow {
    presence = List.copyOf(presence);
    fields = Collections.unmodifiableSortedMap(fields);
  }

  /** A field, or the presence (field 0), on which two machines wrote without knowing. */
  public record Conflict(int field, Write winner, List<Write> losers) {}

  /**
   * True when an insert counts, unless a removal has seen every write: an edit that it had not seen
   * keeps the row, but an edit alone makes none.
   */
  public boolean present() {
    return inserted && presence.stream().anyMatch(write -> !write.removes());
  }

  /** The value of a field, or null. */
  public @Nullable Object value(int field) {
    List<Write> writes = fields.get(field);
    return writes == null ? null : writes.getLast().edit().fields().get(field);
  }

  /** What a person should look at: losers whose value differs, and removals against edits. */
  public List<Conflict> conflicts() {
    List<Conflict> found = new ArrayList<>();
    boolean removed = presence.stream().anyMatch(Write::removes);
    if (removed && present()) {
      Write kept = presence.stream().filter(write -> !write.removes()).toList().getLast();
      found.add(new Conflict(0, kept, presence.stream().filter(Write::removes).toList()));
    }
    fields.forEach(
        (field, writes) -> {
          Object value = value(field);
          List<Write> losers =
              writes.stream()
                  .filter(write -> !Objects.equals(write.edit().fields().get(field), value))
                  .toList();
          if (!losers.isEmpty()) {
            found.add(new Conflict(field, writes.getLast(), losers));
          }
        });
    return found;
  }
}

package vn.roquyen.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;

/**
 * The newest own change while it still takes edits: what a person enters bit by bit travels as one
 * file. Each edit is signed and forced with those before it, as a longer version of the same
 * change, so that sealing it needs nothing but that no further edit is taken. It is sealed before
 * its bytes leave this folder or another document follows it, and after a quiet minute.
 */
final class Sealing {
  static final Duration QUIET = Duration.ofMinutes(1);

  /** Every edit writes those before it once more, so a change does not grow for ever. */
  private static final int MAX_BYTES = 8 * 1024;

  static final int MAX_EDITS = 100;

  private final Clock wall;
  private @Nullable VerifiedChange open;
  private Instant touched = Instant.EPOCH;

  Sealing(Clock wall) {
    this.wall = wall;
  }

  /** The change that takes further edits, or null when the next edit begins another. */
  @Nullable VerifiedChange open() {
    VerifiedChange change = open;
    if (change != null) {
      Duration quiet = Duration.between(touched, wall.instant());
      boolean full =
          change.edits().size() >= MAX_EDITS
              || change.change().document().encoded().length >= MAX_BYTES;
      if (full || quiet.isNegative() || quiet.compareTo(QUIET) >= 0) {
        open = null;
      }
    }
    return open;
  }

  /** Takes no more edits into what was written so far. */
  void seal() {
    open = null;
  }

  /** Lets further edits join a change that was just written. */
  void leaveOpen(VerifiedChange change) {
    open = change;
    touched = wall.instant();
  }

  /** True for edits that stand in a change of their own: decisions, and what is too many. */
  static boolean standsAlone(List<RowEdit> edits) {
    return edits.size() > MAX_EDITS
        || edits.stream().anyMatch(edit -> edit.known() == Entity.APPROVAL);
  }

  /** Edits and those that follow them; what sets fields of a row again is written once. */
  static List<RowEdit> join(List<RowEdit> before, List<RowEdit> after) {
    List<RowEdit> all = new ArrayList<>(before);
    for (RowEdit edit : after) {
      int last = lastOf(all, edit);
      RowEdit earlier = last < 0 ? null : all.get(last);
      if (earlier != null && edit.kind() == Kind.SET && earlier.kind() != Kind.REMOVE) {
        SortedMap<Integer, @Nullable Object> fields = new TreeMap<>(earlier.fields());
        fields.putAll(edit.fields());
        all.set(last, new RowEdit(edit.entity(), edit.key(), earlier.kind(), fields));
      } else {
        all.add(edit);
      }
    }
    return all;
  }

  private static int lastOf(List<RowEdit> edits, RowEdit wanted) {
    int last = edits.size() - 1;
    while (last >= 0
        && (edits.get(last).entity() != wanted.entity()
            || !edits.get(last).key().equals(wanted.key()))) {
      last--;
    }
    return last;
  }
}

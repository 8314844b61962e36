package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How writes of several machines to one row become one row: the same on every machine, whatever the
 * order of arrival. Per field the write with the latest effective time wins, then the greater
 * replica. A write that a later one has seen is settled and forgotten; one that it had not seen is
 * kept beside it for a person to look at. A removal wins only when it has seen all writes.
 */
public final class MergePolicy {
  /** Later effective time wins, then the greater replica, then the later number. */
  public static final Comparator<Write> ORDER =
      Comparator.comparing(Write::time).thenComparing(Write::replica).thenComparing(Write::seq);

  private MergePolicy() {}

  /**
   * One change's edit of one row.
   *
   * @param time effective time of the change
   * @param others what the change has seen of other replicas; of its own it has seen all before
   */
  public record Write(ReplicaId replica, long seq, Hlc time, VersionVector others, RowEdit edit) {
    boolean removes() {
      return edit.kind() == RowEdit.Kind.REMOVE;
    }

    /** True when another, later change wrote this and had seen the other. */
    boolean isAfter(Write other) {
      return hasSeen(other) && !(replica.equals(other.replica) && seq == other.seq);
    }

    boolean hasSeen(Write other) {
      return replica.equals(other.replica)
          ? seq >= other.seq
          : others.includes(other.replica, other.seq);
    }
  }

  /**
   * The row with one more write. Changes may come in any order; several writes of one change come
   * in theirs.
   */
  public static MergedRow merge(MergedRow row, Write write) {
    List<Write> presence = among(row.presence(), write);
    SortedMap<Integer, List<Write>> fields = new TreeMap<>(row.fields());
    for (int field : write.edit().fields().keySet()) {
      fields.put(field, among(fields.getOrDefault(field, List.of()), write));
    }
    boolean inserted = row.inserted() || write.edit().kind() == RowEdit.Kind.INSERT;
    return new MergedRow(inserted, presence, fields);
  }

  private static List<Write> among(List<Write> standing, Write write) {
    if (standing.stream().anyMatch(other -> other.isAfter(write))) {
      return standing;
    }
    List<Write> left = new ArrayList<>(standing.size() + 1);
    for (Write other : standing) {
      if (!write.hasSeen(other)) {
        left.add(other);
      }
    }
    left.add(write);
    left.sort(ORDER);
    return left;
  }
}

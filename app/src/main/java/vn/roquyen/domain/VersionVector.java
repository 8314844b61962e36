package vn.roquyen.domain;

import java.util.Map;
import java.util.TreeMap;

/** How far each replica's stream has been seen: the past of a change in one small map. */
public record VersionVector(Map<ReplicaId, Long> newest) {
  /** Nothing seen. */
  public static final VersionVector NONE = new VersionVector(Map.of());

  public VersionVector {
    newest = Map.copyOf(newest);
  }

  /** True when the change of that number in that stream lies in the past. */
  public boolean includes(ReplicaId replica, long seq) {
    Long seen = newest.get(replica);
    return seen != null && seen >= seq;
  }

  /** This past and that change. */
  public VersionVector with(ReplicaId replica, long seq) {
    if (includes(replica, seq)) {
      return this;
    }
    Map<ReplicaId, Long> more = new TreeMap<>(newest);
    more.put(replica, seq);
    return new VersionVector(more);
  }

  /** Both pasts together. */
  public VersionVector and(VersionVector other) {
    if (other.newest.isEmpty()) {
      return this;
    }
    Map<ReplicaId, Long> more = new TreeMap<>(newest);
    other.newest.forEach((replica, seq) -> more.merge(replica, seq, Math::max));
    return new VersionVector(more);
  }
}

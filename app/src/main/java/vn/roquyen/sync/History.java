package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.EffectiveTime;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.VersionVector;
import vn.roquyen.sync.ChangeHeader.Dependency;

/**
 * What was accepted so far, stream by stream: enough to say whether the next change fits. Filled
 * from the journal at the start, then by each change that is accepted.
 */
public final class History {

  /**
   * An accepted change.
   *
   * @param others what it had seen of other streams
   */
  public record Entry(
      ChangeId id, ReplicaId replica, long seq, EffectiveTime time, VersionVector others) {}

  private record Stream(PublicKey key, List<Entry> entries) {}

  private final Map<ReplicaId, Stream> streams = new HashMap<>();
  private final Map<ChangeId, Entry> entries = new HashMap<>();

  /** True when the change was accepted. */
  public boolean contains(ChangeId id) {
    return entries.containsKey(id);
  }

  /** The accepted change of that number, or null. */
  public @Nullable Entry at(ReplicaId replica, long seq) {
    Stream stream = streams.get(replica);
    return stream == null || seq < 0 || seq >= stream.entries.size()
        ? null
        : stream.entries.get((int) seq);
  }

  /** The newest accepted change of a stream, or null. */
  public @Nullable Entry tip(ReplicaId replica) {
    Stream stream = streams.get(replica);
    return stream == null ? null : stream.entries.getLast();
  }

  /** The key that made the stream, or null. */
  @Nullable PublicKey keyOf(ReplicaId replica) {
    Stream stream = streams.get(replica);
    return stream == null ? null : stream.key;
  }

  /** The streams that are known. */
  public List<ReplicaId> replicas() {
    return streams.keySet().stream().sorted().toList();
  }

  /** How many changes were accepted. */
  public int size() {
    return entries.size();
  }

  void add(VerifiedChange change) {
    Entry entry = change.entry();
    streams
        .computeIfAbsent(entry.replica(), replica -> new Stream(change.key(), new ArrayList<>()))
        .entries
        .add(entry);
    entries.put(entry.id(), entry);
  }

  /** Takes back the newest changes of a stream, which were not made lasting after all. */
  void forgetFrom(ReplicaId replica, long seq) {
    Stream stream = streams.get(replica);
    while (stream != null && stream.entries.size() > seq) {
      entries.remove(stream.entries.removeLast().id());
    }
    if (seq == 0) {
      streams.remove(replica);
    }
  }

  /**
   * What other streams had brought that a stream has not yet said it has seen: the dependencies of
   * its next change, at most as many as a change may name. What is left over is named by the one
   * after.
   */
  List<Dependency> unseenBy(ReplicaId replica) {
    Entry tip = tip(replica);
    VersionVector seen = tip == null ? VersionVector.NONE : tip.others();
    List<Dependency> dependencies = new ArrayList<>();
    for (ReplicaId other : replicas()) {
      Entry newest = tip(other);
      if (newest != null
          && !other.equals(replica)
          && !seen.includes(other, newest.seq())
          && dependencies.size() < ChangeCodec.MAX_DEPENDENCIES) {
        dependencies.add(new Dependency(other, newest.seq(), newest.id().brief()));
      }
    }
    return dependencies;
  }
}

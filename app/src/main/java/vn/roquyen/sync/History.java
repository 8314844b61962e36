package vn.roquyen.sync;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.EffectiveTime;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.Sha256;
import vn.roquyen.domain.VersionVector;
import vn.roquyen.sync.Branches.Node;
import vn.roquyen.sync.ChangeHeader.Dependency;

/**
 * What was accepted so far, stream by stream: enough to say whether the next change fits and where
 * it belongs. Which of the accepted changes count follows from their set and from the revocations
 * alone, never from the order of arrival: of a fork one branch, of a revoked key nothing beyond its
 * last good change. The others stay here, as proof and because later changes may name them.
 */
public final class History {

  /**
   * An accepted change.
   *
   * @param others what it had seen of other streams
   */
  public record Entry(
      ChangeId id, ReplicaId replica, long seq, EffectiveTime time, VersionVector others) {

    /** True when its author had seen that change of that stream. */
    public boolean hasSeen(ReplicaId other, long number) {
      return other.equals(replica) ? number <= seq : others.includes(other, number);
    }

    /**
     * True when that change of that stream lies in the past of this one, to which it is no part.
     */
    public boolean follows(ReplicaId other, long number) {
      return other.equals(replica) ? number < seq : others.includes(other, number);
    }
  }

  private final Trust trust;
  private final List<Node> known = new ArrayList<>();
  private final Map<ReplicaId, Branches> streams = new HashMap<>();

  private final Map<ChangeId, Entry> entries = new HashMap<>();

  /** Streams that a revoked key began and of which nothing is good. */
  private final Set<ReplicaId> dead = new HashSet<>();

  public History(Trust trust) {
    this.trust = trust;
  }

  /** True when the change was accepted, whether it counts or not. */
  public boolean contains(ChangeId id) {
    return entries.containsKey(id);
  }

  /** True when the change counts. */
  public boolean counts(ChangeId id) {
    Entry entry = entries.get(id);
    Branches stream = entry == null ? null : streams.get(entry.replica());
    return entry != null && stream != null && stream.counts(entry.seq(), id);
  }

  /** The accepted change of that number that counts, or null. */
  public @Nullable Entry at(ReplicaId replica, long seq) {
    Branches stream = streams.get(replica);
    Node node = stream == null ? null : stream.at(seq);
    return node == null ? null : entries.get(node.id());
  }

  /** The accepted change of that id, or null. */
  public @Nullable Entry find(ChangeId id) {
    return entries.get(id);
  }

  /** The newest change of a stream that counts, or null. */
  public @Nullable Entry tip(ReplicaId replica) {
    Branches stream = streams.get(replica);
    Node node = stream == null ? null : stream.tip();
    return node == null ? null : entries.get(node.id());
  }

  /** The key that made the stream, or null. */
  @Nullable PublicKey keyOf(ReplicaId replica) {
    Branches stream = streams.get(replica);
    return stream == null ? null : stream.key();
  }

  /** True when any change of that number was accepted, whether it counts or not. */
  boolean hasAny(ReplicaId replica, long seq) {
    Branches stream = streams.get(replica);
    return stream != null && stream.hasAny(seq);
  }

  /** The streams that are known. */
  public List<ReplicaId> replicas() {
    return streams.keySet().stream().sorted().toList();
  }

  /** How many changes were accepted. */
  public int size() {
    return known.size();
  }

  /** The accepted changes that do not count, in the order of their ids. */
  public List<ChangeId> withoutEffect() {
    return known.stream()
        .map(Node::id)
        .filter(id -> !counts(id))
        .sorted(Comparator.comparing(ChangeId::hex))
        .toList();
  }

  /** Hands over every accepted change with the certificate of its author. */
  void forEach(BiConsumer<Entry, Certificate> reader) {
    known.forEach(node -> reader.accept(entries.get(node.id()), node.signer()));
  }

  /**
   * Names which of the changes have no effect: tables that were filled when it was another name
   * show something else and must be filled again.
   */
  public String lineage() {
    List<ChangeId> without = withoutEffect();
    return without.isEmpty() ? "" : Sha256.hex(without.toString().getBytes(US_ASCII));
  }

  /** A number for which two changes exist: which one counts. */
  public record Fork(ReplicaId replica, long seq, ChangeId counts, List<ChangeId> lost) {}

  /** The forks that were found. */
  public List<Fork> forks() {
    return streams.values().stream().flatMap(stream -> stream.forks().stream()).toList();
  }

  /** The changes of a stream that were signed well and lost to another branch, by their numbers. */
  public List<ChangeId> lost(ReplicaId replica) {
    Branches stream = streams.get(replica);
    return stream == null ? List.of() : stream.lost(trust);
  }

  /** True when two changes of one number of that stream exist. */
  boolean isForked(ReplicaId replica) {
    Branches stream = streams.get(replica);
    return stream != null && stream.hasAside() && !stream.forks().isEmpty();
  }

  /** Takes a change in without placing it: {@link #replay} does that for all together. */
  void load(Node node) {
    known.add(node);
    Branches stream = streams.computeIfAbsent(node.replica(), r -> new Branches(node.key()));
    if (!stream.extend(node)) {
      stream.add(node);
    }
  }

  /**
   * Takes in a change that was verified.
   *
   * @return false when only it was added; true when other changes have gained or lost their effect
   */
  boolean add(VerifiedChange change) {
    Node node = change.node();
    Branches stream = streams.computeIfAbsent(node.replica(), r -> new Branches(node.key()));
    known.add(node);
    boolean extended = stream.extend(node);
    entries.put(node.id(), change.entry());
    boolean moved = false;
    if (!extended) {
      stream.add(node);
      moved = stream.choose(trust);
    }
    if (moved) {
      replayEntries();
    }
    return moved;
  }

  /**
   * Decides anew which changes count and places all of them.
   *
   * @return true when that differs from before
   */
  boolean replay() {
    boolean moved = false;
    for (Branches stream : streams.values()) {
      moved |= stream.choose(trust);
    }
    // What a change had seen of a revoked key counts no more, also where no stream has moved.
    return replayEntries() || moved;
  }

  /** Places all changes anew; true when any has another place than before. */
  private boolean replayEntries() {
    Map<ChangeId, Entry> before = Map.copyOf(entries);
    entries.clear();
    known.forEach(node -> entries.put(node.id(), place(node)));
    return !entries.equals(before);
  }

  /** Takes back the newest changes, which were not made lasting after all. */
  void forgetLast(int count) {
    for (int i = 0; i < count; i++) {
      Node node = known.removeLast();
      entries.remove(node.id());
      Branches stream = streams.get(node.replica());
      if (stream != null && stream.remove(node)) {
        streams.remove(node.replica());
      }
    }
  }

  /** Where a change belongs; what it names and is missing counts for nothing. */
  Entry place(Node node) {
    List<EffectiveTime> parents = new ArrayList<>();
    // The issuer vouches for this time, and unlike the root's it cannot differ between readers.
    parents.add(EffectiveTime.ofRoot(node.signer().from()));
    VersionVector others = VersionVector.NONE;
    Entry before = node.previous() == null ? null : entries.get(node.previous());
    if (before != null) {
      parents.add(before.time());
      others = before.others();
    }
    for (Dependency dependency : node.dependencies()) {
      Entry on = counting(dependency);
      if (on != null) {
        parents.add(on.time());
        others = others.and(on.others()).with(on.replica(), on.seq());
      }
    }
    boolean publisher = node.signer().is(Role.PUBLISHER);
    EffectiveTime time = EffectiveTime.of(node.time(), publisher, parents);
    return new Entry(node.id(), node.replica(), node.seq(), time, others);
  }

  /** True when what a dependency names is known, or is known never to count. */
  boolean resolves(Dependency dependency) {
    return named(dependency) != null || isDead(dependency);
  }

  /**
   * The newest change that counts and that a dependency includes, or null. What lies beyond the
   * last good change of a revocation stands for nothing, also where it is known: who learned of the
   * revocation first never takes it in and cannot know what it had built on.
   */
  private @Nullable Entry counting(Dependency dependency) {
    Node node = named(dependency);
    Branches stream = streams.get(dependency.replica());
    if (node == null || stream == null || isBeyondLastGood(dependency)) {
      return null;
    }
    Node counts = stream.counting(node);
    return counts == null ? null : entries.get(counts.id());
  }

  private @Nullable Node named(Dependency dependency) {
    Branches stream = streams.get(dependency.replica());
    return stream == null ? null : stream.find(dependency.seq(), dependency.brief());
  }

  /** True for a change that a revocation has taken back, so that it can never count for anybody. */
  boolean isDead(Dependency dependency) {
    if (dead.contains(dependency.replica()) || isBeyondLastGood(dependency)) {
      return true;
    }
    Branches stream = streams.get(dependency.replica());
    Node first = stream == null ? null : stream.any();
    return trust.lastGood(dependency.replica()) == null
        && first != null
        && trust.isRevoked(first.certificate(), dependency.replica(), Long.MAX_VALUE, first.id());
  }

  private boolean isBeyondLastGood(Dependency dependency) {
    Revocation.LastGood last = trust.lastGood(dependency.replica());
    return last != null && Trust.isBeyond(last, dependency.seq(), dependency.brief());
  }

  /** True when a change goes on where its stream ends, so that it is no fork. */
  boolean isNext(Node node) {
    Entry tip = tip(node.replica());
    return Objects.equals(node.previous(), tip == null ? null : tip.id());
  }

  /** True while every accepted change counts, so that the past of each is whole and stays so. */
  boolean isPlain() {
    return !trust.hasRevoked() && streams.values().stream().noneMatch(Branches::hasAside);
  }

  /** Notes that a revoked key began a stream which its revocation does not name. */
  void noteDead(ReplicaId replica) {
    if (trust.lastGood(replica) == null && !streams.containsKey(replica)) {
      dead.add(replica);
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
    Set<ReplicaId> left = new HashSet<>(streams.keySet());
    left.remove(replica);
    for (ReplicaId other : left.stream().sorted().toList()) {
      Entry newest = tip(other);
      if (newest != null
          && !seen.includes(other, newest.seq())
          && dependencies.size() < ChangeCodec.MAX_DEPENDENCIES) {
        dependencies.add(new Dependency(other, newest.seq(), newest.id().brief()));
      }
    }
    return dependencies;
  }
}

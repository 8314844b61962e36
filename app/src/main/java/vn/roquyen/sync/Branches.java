package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.ChangeHeader.Dependency;

/**
 * The changes of one stream: nearly always a chain. When one number was signed twice, by a restored
 * backup or a cloned disk, it is a tree of which every reader chooses the same path: the one to the
 * last good change of a revocation, else at each fork the smaller id.
 */
final class Branches {
  /**
   * What a change says of its place; kept so that all can be placed anew.
   *
   * @param certificate first 16 digits of the id of the certificate
   */
  record Node(
      ChangeId id,
      ReplicaId replica,
      long seq,
      @Nullable ChangeId previous,
      Hlc time,
      List<Dependency> dependencies,
      String certificate,
      Certificate signer) {

    static Node of(Change change, Certificate signer) {
      ChangeHeader header = change.header();
      return new Node(
          change.id(),
          header.replica(),
          header.seq(),
          header.previous(),
          header.time(),
          header.dependencies(),
          header.certificate(),
          signer);
    }

    PublicKey key() {
      return signer.key();
    }
  }

  private static final Comparator<Node> BY_ID = Comparator.comparing(node -> node.id().hex());

  private final PublicKey key;
  private final List<Node> path = new ArrayList<>();

  /** Those that do not count. */
  private final List<Node> aside = new ArrayList<>();

  Branches(PublicKey key) {
    this.key = key;
  }

  PublicKey key() {
    return key;
  }

  @Nullable Node at(long seq) {
    return seq < 0 || seq >= path.size() ? null : path.get((int) seq);
  }

  @Nullable Node tip() {
    return path.isEmpty() ? null : path.getLast();
  }

  /** Any change of the stream. */
  @Nullable Node any() {
    return path.isEmpty() ? aside.isEmpty() ? null : aside.getFirst() : path.getFirst();
  }

  boolean counts(long seq, ChangeId id) {
    Node node = at(seq);
    return node != null && node.id().equals(id);
  }

  boolean hasAny(long seq) {
    return at(seq) != null || aside.stream().anyMatch(node -> node.seq() == seq);
  }

  @Nullable Node find(long seq, String brief) {
    Node node = at(seq);
    if (node != null && node.id().brief().equals(brief)) {
      return node;
    }
    for (Node other : aside) {
      if (other.seq() == seq && other.id().brief().equals(brief)) {
        return other;
      }
    }
    return null;
  }

  /** The newest change that counts among one and those before it, or null. */
  @Nullable Node counting(Node from) {
    Node node = from;
    while (node != null && !counts(node.seq(), node.id())) {
      ChangeId previous = node.previous();
      node = previous == null ? null : find(node.seq() - 1, previous.brief());
    }
    return node;
  }

  /** Adds a change at the end of a stream that is a plain chain; false when it is not that. */
  boolean extend(Node node) {
    Node tip = tip();
    boolean next =
        tip == null
            ? node.seq() == 0
            : node.seq() == tip.seq() + 1 && tip.id().equals(node.previous());
    if (!next || !aside.isEmpty()) {
      return false;
    }
    path.add(node);
    return true;
  }

  /** Adds a change of which {@link #choose} says whether it counts. */
  void add(Node node) {
    aside.add(node);
  }

  /** Takes back a change; true when none is left. */
  boolean remove(Node node) {
    if (!path.isEmpty() && path.getLast().id().equals(node.id())) {
      path.removeLast();
    } else {
      aside.remove(node);
    }
    return path.isEmpty() && aside.isEmpty();
  }

  /**
   * Chooses the path that counts.
   *
   * @return true when a change lost its effect, or one gained it that does not end the path
   */
  boolean choose(Trust trust) {
    if (aside.isEmpty() && !trust.hasRevoked()) {
      return false;
    }
    List<Node> all = new ArrayList<>(path);
    all.addAll(aside);
    Set<ChangeId> pinned = pinned(trust);
    Map<Long, List<Node>> bySeq = new HashMap<>();
    all.forEach(node -> bySeq.computeIfAbsent(node.seq(), seq -> new ArrayList<>()).add(node));
    List<Node> chosen = new ArrayList<>();
    Node next = next(bySeq, null, pinned, trust);
    while (next != null) {
      chosen.add(next);
      next = next(bySeq, next, pinned, trust);
    }
    boolean same = chosen.equals(path);
    boolean onlyLonger =
        chosen.size() == path.size() + 1 && chosen.subList(0, path.size()).equals(path);
    path.clear();
    path.addAll(chosen);
    aside.clear();
    Set<Node> counting = new HashSet<>(chosen);
    all.stream().filter(node -> !counting.contains(node)).forEach(aside::add);
    return !same && !onlyLonger;
  }

  /** True when some change does not count. */
  boolean hasAside() {
    return !aside.isEmpty();
  }

  /** The changes that do not count because another branch does, in the order of their numbers. */
  List<ChangeId> lost(Trust trust) {
    return aside.stream()
        .filter(node -> !trust.isRevoked(node.certificate(), node.replica(), node.seq(), node.id()))
        .sorted(Comparator.comparingLong(Node::seq).thenComparing(BY_ID))
        .map(Node::id)
        .toList();
  }

  List<History.Fork> forks() {
    List<History.Fork> forks = new ArrayList<>();
    for (Node node : path) {
      List<ChangeId> lost =
          aside.stream()
              .filter(other -> other.seq() == node.seq())
              .map(Node::id)
              .sorted(Comparator.comparing(ChangeId::hex))
              .toList();
      if (!lost.isEmpty()) {
        forks.add(new History.Fork(node.replica(), node.seq(), node.id(), lost));
      }
    }
    return forks;
  }

  private static @Nullable Node next(
      Map<Long, List<Node>> bySeq, @Nullable Node after, Set<ChangeId> pinned, Trust trust) {
    ChangeId previous = after == null ? null : after.id();
    long seq = after == null ? 0 : after.seq() + 1;
    return bySeq.getOrDefault(seq, List.of()).stream()
        .filter(node -> Objects.equals(node.previous(), previous))
        .filter(node -> !trust.isRevoked(node.certificate(), node.replica(), node.seq(), node.id()))
        .min(Comparator.comparing((Node node) -> !pinned.contains(node.id())).thenComparing(BY_ID))
        .orElse(null);
  }

  /** What leads to the last good change of a revocation: a thief's branch must not outdo it. */
  private Set<ChangeId> pinned(Trust trust) {
    Set<ChangeId> pinned = new HashSet<>();
    Node any = any();
    Revocation.LastGood last = any == null ? null : trust.lastGood(any.replica());
    Node node = last == null ? null : find(last.seq(), last.brief());
    while (node != null) {
      pinned.add(node.id());
      ChangeId previous = node.previous();
      node = previous == null ? null : find(node.seq() - 1, previous.brief());
    }
    return pinned;
  }
}

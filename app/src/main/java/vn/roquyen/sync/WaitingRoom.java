package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.roquyen.domain.Sha256;

/**
 * The documents that wait for others to come. Bounded: one beyond that is answered the same but
 * must come anew. What is let out counts as gone only with {@link #commit}.
 */
final class WaitingRoom {
  static final int MAX_WAITING = 4_096;
  static final long MAX_WAITING_BYTES = 64L * 1024 * 1024;

  /**
   * One that waits.
   *
   * @param awaited what must come first
   */
  record Waiting(SignedDocument document, String awaited, Reception.Held answer) {}

  private final HeldFiles files;

  /** By the hash of the whole file: a forged signature must not push out the true file. */
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  private final Map<String, Waiting> released = new LinkedHashMap<>();
  private final Set<String> decided = new HashSet<>();
  private long bytes;

  WaitingRoom(HeldFiles files) {
    this.files = files;
  }

  List<Reception.Held> answers() {
    return waiting.values().stream().map(Waiting::answer).toList();
  }

  void put(Waiting next) {
    String name = name(next.document());
    boolean room =
        waiting.size() < MAX_WAITING && bytes + next.document().size() <= MAX_WAITING_BYTES;
    if (room && waiting.putIfAbsent(name, next) == null) {
      bytes += next.document().size();
      files.keep(name, next.document().encoded());
    }
    decided.remove(name);
  }

  /** Lets those out that waited for something. */
  List<SignedDocument> release(Predicate<String> arrived) {
    List<SignedDocument> out = new ArrayList<>();
    waiting
        .entrySet()
        .removeIf(
            each -> {
              boolean free = arrived.test(each.getValue().awaited());
              if (free) {
                released.put(each.getKey(), each.getValue());
                bytes -= each.getValue().document().size();
                out.add(each.getValue().document());
              }
              return free;
            });
    return out;
  }

  /** Notes that a document need not be kept any longer. */
  void decided(SignedDocument document) {
    decided.add(name(document));
  }

  void commit() {
    decided.forEach(files::drop);
    forget();
  }

  /** What was let out waits again. */
  void rollback() {
    List<Waiting> back = List.copyOf(released.values());
    forget();
    back.forEach(this::put);
  }

  private void forget() {
    released.clear();
    decided.clear();
  }

  private static String name(SignedDocument document) {
    return Sha256.hex(document.encoded());
  }
}

package vn.roquyen.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import vn.roquyen.domain.ReplicaId;

/**
 * Takes in files from anywhere, in any order, any number of times. A file is taken whole or not at
 * all; one that waits for another is kept and tried again when that one has come.
 */
public final class Receiver {
  private static final String TRUST = "trust";

  /** Where accepted documents go: journal first, then what follows from it. */
  public interface Door {
    /** Runs what alters what is trusted or known, while nobody reads it. */
    <T> T alone(Supplier<T> work);

    /**
     * Makes a change lasting and applies it.
     *
     * @param counts false when it is kept without effect: a lost branch of a fork, or because of
     *     what its past holds
     */
    void apply(VerifiedChange change, boolean counts);

    /** Makes a certificate, a revocation or a root document lasting. */
    void keep(SignedDocument document);

    /** True for the stream of this folder, and for those that its key wrote before. */
    boolean isOwn(ReplicaId stream);

    /** Earlier changes have gained or lost their effect: all that follows from them is old. */
    void rewound();
  }

  private final ChangeCodec codec;
  private final Trust trust;
  private final History history;
  private final Verifier verifier;
  private final Verifier.Past past;
  private final Door door;
  private final WaitingRoom room;

  Receiver(ChangeCodec codec, Membership member, Verifier.Past past, Door door, WaitingRoom room) {
    this(codec, member.trust(), member.history(), member.verifier(), past, door, room);
  }

  Receiver(
      ChangeCodec codec,
      Trust trust,
      History history,
      Verifier verifier,
      Verifier.Past past,
      Door door,
      WaitingRoom room) {
    this.codec = codec;
    this.trust = trust;
    this.history = history;
    this.verifier = verifier;
    this.past = past;
    this.door = door;
    this.room = room;
  }

  /**
   * Takes in one file. The first answer is for this file, the others for files that had waited and
   * are decided now.
   */
  public synchronized List<Reception> receive(byte[] file) {
    List<Reception> answers = new ArrayList<>();
    Deque<SignedDocument> due = new ArrayDeque<>();
    try {
      due.add(SignedDocument.read(file));
    } catch (Refusal refusal) {
      answers.add(new Reception.Refused(null, refusal.reason(), refusal.arguments()));
    }
    while (!due.isEmpty()) {
      SignedDocument next = due.removeFirst();
      Reception answer = decide(next, due);
      if (answers.isEmpty() || !(answer instanceof Reception.Held)) {
        answers.add(answer);
      }
      if (!(answer instanceof Reception.Held held)
          || held.reason() == Reason.FORK
          || held.reason() == Reason.FORK_OWN
          || !held.reason().isHold()) {
        room.decided(next);
      }
    }
    return answers;
  }

  private Reception decide(SignedDocument document, Deque<SignedDocument> due) {
    try {
      return document.kind() == DocumentKind.CHANGE
          ? decideChange(codec.read(document), due)
          : decideTrust(document, due);
    } catch (Refusal refusal) {
      if (refusal.reason() == Reason.REVOKED && document.kind() == DocumentKind.CHANGE) {
        // Who waits for it need not wait any longer: it will never count. The first change of a
        // stream of which nothing is good says so of the whole stream.
        ChangeHeader header = codec.read(document).header();
        String stream = header.replica() + ":";
        String place = place(header.replica(), header.seq());
        due.addAll(
            room.release(header.seq() == 0 ? each -> each.startsWith(stream) : place::equals));
      }
      return refusal.reason().isHold()
          ? hold(document, refusal)
          : new Reception.Refused(document.id(), refusal.reason(), refusal.arguments());
    }
  }

  private Reception decideChange(Change change, Deque<SignedDocument> due) {
    if (history.contains(change.id())) {
      return new Reception.AlreadyKnown(change.id());
    }
    VerifiedChange verified = verifier.verify(change, past);
    ChangeHeader header = change.header();
    boolean doubled = history.hasAny(header.replica(), header.seq());
    boolean moved = door.alone(() -> history.add(verified));
    boolean counts = history.counts(change.id());
    door.apply(verified, counts && verified.unfit() == null);
    if (moved) {
      door.rewound();
    }
    due.addAll(room.release(place(header.replica(), header.seq())::equals));
    Refusal unfit = verified.unfit();
    if (unfit != null && counts) {
      return new Reception.Held(change.id(), unfit.reason(), unfit.arguments());
    }
    return doubled || !counts
        ? forked(change)
        : new Reception.Applied(change.id(), verified.edits().size());
  }

  private Reception forked(Change change) {
    ChangeHeader header = change.header();
    Reason reason = door.isOwn(header.replica()) ? Reason.FORK_OWN : Reason.FORK;
    return new Reception.Held(
        change.id(), reason, List.of(Long.toString(header.seq()), header.unit()));
  }

  private Reception decideTrust(SignedDocument document, Deque<SignedDocument> due) {
    int approvals = trust.root().approvals();
    if (!door.alone(() -> trust.admit(document))) {
      return new Reception.AlreadyKnown(document.id());
    }
    door.keep(document);
    boolean revokes =
        document.kind() == DocumentKind.REVOCATION || trust.isRevoked(document.id().brief());
    // Another policy judges also what was applied before: all readers then show the same.
    boolean judgesAnew = approvals != trust.root().approvals();
    if ((revokes && door.alone(history::replay)) || judgesAnew) {
      door.rewound();
    }
    // What waits for a change that is revoked now need not wait any longer.
    due.addAll(room.release(awaited -> revokes || awaited.equals(TRUST)));
    return new Reception.Applied(document.id(), 0);
  }

  private Reception hold(SignedDocument document, Refusal refusal) {
    Reception.Held answer =
        new Reception.Held(document.id(), refusal.reason(), refusal.arguments());
    room.put(new WaitingRoom.Waiting(document, awaited(document, refusal), answer));
    return answer;
  }

  private String awaited(SignedDocument document, Refusal refusal) {
    return switch (refusal.reason()) {
      case DEPENDENCY_MISSING ->
          place(
              ReplicaId.parse(refusal.arguments().get(1)),
              Long.parseLong(refusal.arguments().get(0)));
      case GAP -> before(codec.read(document).header());
      case CERTIFICATE_UNKNOWN, REVOCATION_GAP -> TRUST;
      default -> "";
    };
  }

  private static String before(ChangeHeader header) {
    return place(header.replica(), header.seq() - 1);
  }

  private static String place(ReplicaId replica, long seq) {
    return replica + ":" + seq;
  }
}

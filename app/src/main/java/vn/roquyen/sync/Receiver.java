package vn.roquyen.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.WritePolicy;

/**
 * Takes in files from anywhere, in any order, any number of times. A file is taken whole or not at
 * all; one that waits for another is kept and tried again when that one has come.
 */
public final class Receiver {
  /**
   * What is kept waiting is bounded; a file beyond that is answered the same but must come anew.
   */
  static final int MAX_WAITING = 4_096;

  static final long MAX_WAITING_BYTES = 64L * 1024 * 1024;

  private static final String TRUST = "trust";

  /** Where accepted documents go: journal first, then what follows from it. */
  public interface Door {
    /** Makes a change lasting and applies it; the history notes it when this returns. */
    void apply(VerifiedChange change);

    /** Makes a certificate, a revocation or a root document lasting. */
    void keep(SignedDocument document);
  }

  private record Waiting(SignedDocument document, String awaited, Reception.Held answer) {}

  private final ChangeCodec codec;
  private final Trust trust;
  private final History history;
  private final Verifier verifier;
  private final WritePolicy.Rows rows;
  private final Door door;

  /** By the hash of the whole file: a forged signature must not push out the true file. */
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  private long waitingBytes;

  public Receiver(
      ChangeCodec codec,
      Trust trust,
      History history,
      Consumer<Operation> rules,
      WritePolicy.Rows rows,
      Door door) {
    this.codec = codec;
    this.trust = trust;
    this.history = history;
    this.verifier = new Verifier(codec, trust, history, rules);
    this.rows = rows;
    this.door = door;
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
    }
    return answers;
  }

  /** The files that wait, and for what. */
  public synchronized List<Reception.Held> waiting() {
    return waiting.values().stream().map(Waiting::answer).toList();
  }

  private Reception decide(SignedDocument document, Deque<SignedDocument> due) {
    try {
      return document.kind() == DocumentKind.CHANGE
          ? decideChange(codec.read(document), due)
          : decideTrust(document, due);
    } catch (Refusal refusal) {
      return refusal.reason().isHold()
          ? hold(document, refusal)
          : new Reception.Refused(document.id(), refusal.reason(), refusal.arguments());
    }
  }

  private Reception decideChange(Change change, Deque<SignedDocument> due) {
    if (history.contains(change.id())) {
      return new Reception.AlreadyKnown(change.id());
    }
    VerifiedChange verified = verifier.verify(change, rows);
    door.apply(verified);
    history.add(verified);
    release(place(change.header().replica(), change.header().seq()), due);
    return new Reception.Applied(change.id(), verified.edits().size());
  }

  private Reception decideTrust(SignedDocument document, Deque<SignedDocument> due) {
    if (!trust.admit(document)) {
      return new Reception.AlreadyKnown(document.id());
    }
    door.keep(document);
    release(TRUST, due);
    return new Reception.Applied(document.id(), 0);
  }

  private Reception hold(SignedDocument document, Refusal refusal) {
    Reception.Held answer =
        new Reception.Held(document.id(), refusal.reason(), refusal.arguments());
    String name = HexFormat.of().formatHex(Hashes.sha256(document.encoded()));
    boolean room =
        waiting.size() < MAX_WAITING && waitingBytes + document.size() <= MAX_WAITING_BYTES;
    if (room && !waiting.containsKey(name)) {
      waiting.put(name, new Waiting(document, awaited(document, refusal), answer));
      waitingBytes += document.size();
    }
    return answer;
  }

  private String awaited(SignedDocument document, Refusal refusal) {
    return switch (refusal.reason()) {
      case DEPENDENCY_MISSING ->
          place(
              ReplicaId.parse(refusal.arguments().get(1)),
              Long.parseLong(refusal.arguments().get(0)));
      case GAP ->
          document.kind() == DocumentKind.CHANGE ? before(codec.read(document).header()) : TRUST;
      case CERTIFICATE_UNKNOWN -> TRUST;
      default -> "";
    };
  }

  private static String before(ChangeHeader header) {
    return place(header.replica(), header.seq() - 1);
  }

  private static String place(ReplicaId replica, long seq) {
    return replica + ":" + seq;
  }

  private void release(String arrived, Deque<SignedDocument> due) {
    for (Iterator<Waiting> each = waiting.values().iterator(); each.hasNext(); ) {
      Waiting next = each.next();
      if (next.awaited.equals(arrived)) {
        each.remove();
        waitingBytes -= next.document.size();
        due.addLast(next.document);
      }
    }
  }
}

package vn.roquyen.sync.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.LinkPace;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.DocumentKind;
import vn.roquyen.sync.Head;
import vn.roquyen.sync.Parcel;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.SignedDocument;
import vn.roquyen.sync.Speaker;
import vn.roquyen.sync.Trust;
import vn.roquyen.sync.TrustDocument;

/**
 * Puts into a store what this folder has to give: documents of trust, then changes, then packs of
 * them, and last the head, so that nobody is ever led to something that is not there yet.
 */
final class Sending {
  /** Sizes of packs: a reader who is far behind asks once for many changes. */
  static final int[] PACKS = {16, 256};

  /** A collector says at least so often that it is alive, else others think the store frozen. */
  private static final Duration SIGN_OF_LIFE = Duration.ofDays(1);

  private final Visit visit;
  private final boolean metered;
  private final Memory memory;
  private final Layout layout;
  private final Party party;

  Sending(Visit visit, boolean metered) {
    this.visit = visit;
    this.metered = metered;
    this.memory = visit.memory();
    this.layout = visit.layout();
    this.party = visit.party();
  }

  /** Sends what this folder has written. */
  void own() {
    Speaker speaker = party.speaker();
    if (speaker == null) {
      return;
    }
    trust(speaker);
    for (ReplicaId former : party.formerly()) {
      // What is written now names them as seen, so others will ask for them.
      handOn(former);
    }
    ReplicaId me = speaker.replica();
    long count = party.count(me);
    long stored = memory.stored();
    if (count > stored || memory.number("slot", -1) < 0) {
      if (restored(me)) {
        own();
        return;
      }
      new Members(visit).enter(head(speaker));
    }
    changes(me);
  }

  private void changes(ReplicaId me) {
    long first = memory.stored();
    long bytes = 0;
    long nanos = 0;
    for (long seq = first; seq < party.count(me); seq++) {
      visit.pause();
      visit.watcher().sending(seq - first, party.count(me) - first);
      byte[] file = party.change(me, seq).encoded();
      if (metered && file.length > Layout.LARGE) {
        visit.tally().note(me, RemoteState.LARGE_WAITS, layout.change(me, seq));
        return;
      }
      long began = System.nanoTime();
      try {
        visit.remote().create(layout.change(me, seq), file);
      } catch (RemoteFailure taken) {
        if (taken.state() != RemoteState.FORK || !becameAnother(me, seq)) {
          throw taken;
        }
        own();
        return;
      }
      nanos += System.nanoTime() - began;
      bytes += file.length;
      visit.tally().sent(1);
      memory.put("stored", seq + 1);
      memory.put(LinkPace.measured(seq + 1 - first, bytes, Duration.ofNanos(nanos)));
      if (visit.isCollector()) {
        packs(me, seq + 1);
      }
    }
  }

  /** A twin of this folder was there first: once its change is known, the folder is another. */
  private boolean becameAnother(ReplicaId me, long seq) {
    byte[] twin = visit.download().whole(layout.change(me, seq));
    if (twin == null) {
      return false;
    }
    party.receive(List.of(twin)).forEach(each -> visit.tally().count(me, each.getFirst()));
    Speaker now = party.speaker();
    if (now == null || now.replica().equals(me)) {
      return false;
    }
    memory.of(now.replica());
    return true;
  }

  /** Hands on what came by other ways; of a hub also receipts and the weekly snapshot. */
  void afterFetching(boolean metered) {
    Speaker speaker = party.speaker();
    if (speaker == null || !visit.isCollector() || metered) {
      return;
    }
    for (ReplicaId replica : party.replicas()) {
      if (!replica.equals(speaker.replica())) {
        handOn(replica);
      }
    }
    if (visit.isHub()) {
      new Receipts(visit).write(speaker);
      new Snapshots(visit).write(speaker);
    }
  }

  /** Puts the head when it says something new. */
  void head() {
    Speaker speaker = party.speaker();
    if (speaker == null) {
      return;
    }
    Head head = head(speaker);
    String says =
        head.count()
            + " "
            + head.tip()
            + " "
            + head.root()
            + " "
            + head.revocations()
            + " "
            + (visit.isCollector() ? head.members() + " " + head.snapshot() : "");
    long age = party.now().millis() - memory.number("headAt", 0);
    boolean silent = visit.isCollector() && age > SIGN_OF_LIFE.toMillis();
    if (!says.equals(memory.text("head")) || silent) {
      visit.remote().replace(layout.head(speaker.replica()), party.sign(head).encoded());
      memory.put("head", says);
      memory.put("headAt", party.now().millis());
    }
  }

  private Head head(Speaker speaker) {
    long count = memory.stored();
    String tip = count == 0 ? null : party.change(speaker.replica(), count - 1).id().brief();
    Trust trust = party.trust();
    int revocations = trust.newestRevocations().values().stream().mapToInt(Integer::intValue).sum();
    return new Head(
        speaker,
        count,
        tip,
        party.now(),
        trust.root().version(),
        revocations,
        memory.members(),
        memory.text("snapshot"));
  }

  /**
   * A folder that was restored from a backup finds that it had written more than it knows: it
   * fetches its own changes before it writes any. One whose twin has written meanwhile finds other
   * changes under its numbers.
   *
   * @return true when it writes under another name now
   */
  private boolean restored(ReplicaId me) {
    byte[] file = visit.download().whole(layout.head(me));
    if (file == null) {
      return false;
    }
    try {
      Head head = Head.read(file, party.trust()).head();
      long there = head.count();
      long both = Math.min(there, party.count(me));
      if (both > 0 && !agrees(me, both - 1, head) && metTwin(me, both)) {
        return true;
      }
      if (there > party.count(me)) {
        new Streams(visit).fetch(me, there);
      }
      if (there > party.count(me)) {
        throw new RemoteFailure(RemoteState.FORK, layout.head(me));
      }
      memory.put("stored", Math.max(memory.stored(), there));
    } catch (Refusal spoilt) {
      memory.put("head", (String) null);
    }
    return false;
  }

  private boolean agrees(ReplicaId me, long seq, Head head) {
    SignedDocument own = party.change(me, seq);
    return head.count() == seq + 1
        ? own.id().brief().equals(head.tip())
        : Arrays.equals(own.encoded(), visit.download().whole(layout.change(me, seq)));
  }

  /** Looks for the first number that bears another content in the store. */
  private boolean metTwin(ReplicaId me, long until) {
    for (long seq = Math.min(memory.stored(), until - 1); seq < until; seq++) {
      visit.pause();
      byte[] there = visit.download().whole(layout.change(me, seq));
      if (there != null && !Arrays.equals(there, party.change(me, seq).encoded())) {
        return becameAnother(me, seq);
      }
    }
    return false;
  }

  /** A collector hands on all documents of trust, everyone else what its own signature needs. */
  private void trust(Speaker speaker) {
    List<TrustDocument> all = party.trustDocuments();
    long done = memory.number("trust", 0);
    if (done > all.size()) {
      done = 0;
    }
    Trust.Admitted own = party.trust().certificate(speaker.certificate());
    String issuer = own == null ? null : own.certificate().issuer();
    for (int i = (int) done; i < all.size(); i++) {
      TrustDocument each = all.get(i);
      if (visit.isCollector() || isOwnChain(each, speaker, issuer)) {
        store(each);
      }
      memory.put("trust", i + 1);
    }
  }

  private static boolean isOwnChain(TrustDocument each, Speaker speaker, @Nullable String issuer) {
    return each.document().kind() != DocumentKind.CERTIFICATE
        || each.owner().equals(speaker.certificate())
        || each.owner().equals(issuer);
  }

  /** Two signatures of the same content are two files of one document: either will do. */
  private void store(TrustDocument each) {
    try {
      visit.remote().create(Exchange.name(layout, each), each.document().encoded());
    } catch (RemoteFailure taken) {
      if (taken.state() != RemoteState.FORK) {
        throw taken;
      }
    }
  }

  private void handOn(ReplicaId replica) {
    String key = "handed." + replica;
    long count = party.count(replica);
    long done = Math.max(memory.number(key, 0), memory.number("count." + replica, 0));
    if (done < count && isThere(replica, count - 1)) {
      done = count;
    }
    for (long seq = done; seq < count; seq++) {
      visit.pause();
      try {
        visit.remote().create(layout.change(replica, seq), party.change(replica, seq).encoded());
        visit.tally().sent(1);
      } catch (RemoteFailure other) {
        if (other.state() != RemoteState.FORK) {
          throw other;
        }
        visit.tally().note(replica, RemoteState.FORK, layout.change(replica, seq));
      }
    }
    long packed = memory.number("packed." + replica, 0);
    for (long next = packed + PACKS[0]; next <= count; next += PACKS[0]) {
      packs(replica, next);
      memory.put("packed." + replica, next);
    }
    memory.put(key, Math.max(done, count));
  }

  private boolean isThere(ReplicaId replica, long seq) {
    return visit.download().whole(layout.change(replica, seq)) != null;
  }

  /** Packs what has just become whole. Who packs is of no matter: every change is checked. */
  private void packs(ReplicaId replica, long count) {
    for (int size : PACKS) {
      if (count % size == 0) {
        byte[] pack = pack(replica, count - size, size);
        if (pack != null) {
          try {
            visit.remote().create(layout.pack(replica, count - size, size), pack);
          } catch (RemoteFailure other) {
            if (other.state() != RemoteState.FORK) {
              throw other;
            }
          }
        }
      }
    }
  }

  private byte @Nullable [] pack(ReplicaId replica, long from, int size) {
    List<SignedDocument> changes = new ArrayList<>();
    long bytes = 0;
    for (long seq = from; seq < from + size; seq++) {
      SignedDocument change = party.change(replica, seq);
      bytes += change.encoded().length;
      if (bytes > Layout.MAX_OBJECT) {
        return null;
      }
      changes.add(change);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Parcel.write(out, changes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.size() > Layout.MAX_OBJECT ? null : out.toByteArray();
  }
}

package vn.roquyen.sync.remote;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.Head;
import vn.roquyen.sync.Reason;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.Speaker;

/**
 * Brings in what others have written. A quick round asks for the publishers' heads only: when
 * nothing is new, that is one small request and one small answer.
 */
final class Fetching {
  /** A store that others carry over may be behind for so long. */
  private static final Duration LAGS = Duration.ofDays(1);

  private final Visit visit;
  private final Memory memory;
  private final Members members;
  private final boolean metered;

  /** The newest root, revocation and member that any head speaks of. */
  private int root;

  private int revocations;
  private int pages;

  Fetching(Visit visit, boolean metered) {
    this.visit = visit;
    this.memory = visit.memory();
    this.members = new Members(visit);
    this.metered = metered;
  }

  void all(boolean thorough) {
    if (thorough) {
      members.read();
      new Certificates(visit).renew();
    } else if (visit.isHub()) {
      // It is the one from whose head all others learn of a newcomer.
      members.read();
    }
    Map<ReplicaId, Long> wanted = heads(thorough);
    if (tellsOfMore() && !thorough) {
      members.read();
      new Certificates(visit).renew();
      wanted.putAll(heads(true));
    }
    if (!metered) {
      new Snapshots(visit).read(wanted);
    }
    new Streams(visit).fetch(wanted);
    Speaker speaker = visit.party().speaker();
    if (speaker != null && memory.received() < memory.stored()) {
      new Receipts(visit).read(speaker);
    }
  }

  /** How far each stream that is followed reaches, as its head says. */
  private Map<ReplicaId, Long> heads(boolean thorough) {
    Map<ReplicaId, Long> wanted = new LinkedHashMap<>();
    Speaker speaker = visit.party().speaker();
    for (ReplicaId replica : memory.known()) {
      boolean own = speaker != null && replica.equals(speaker.replica());
      if (!own && members.follows(replica, thorough)) {
        visit.pause();
        head(replica, thorough);
        wanted.put(replica, memory.number("count." + replica, 0));
      }
    }
    return wanted;
  }

  /**
   * Asks for a head. A thorough round has it whatever its tag: nginx gives two heads of the same
   * second and length the same one.
   */
  private void head(ReplicaId replica, boolean thorough) {
    String name = visit.layout().head(replica);
    String tag = memory.text("tag." + replica);
    Download.Fetched fetched = visit.download().fetch(name, thorough ? null : tag);
    byte[] file = fetched.content();
    if (file == null) {
      if (!fetched.unchanged() && tag != null) {
        // It was there before: the store is not what it was, or has not caught up yet.
        Exchange.recognise(visit, name);
        visit.tally().note(replica, RemoteState.REPLICATING, name);
      }
      return;
    }
    try {
      Head.Verified verified = Members.verified(visit, file);
      note(replica, verified.head(), fetched.tag());
    } catch (Refusal refusal) {
      visit.tally().refuse(replica, refusal.reason(), refusal.arguments());
    }
  }

  /** An older head than one that was seen is somebody's replay, or a store that lags: ignored. */
  private void note(ReplicaId replica, Head head, @org.jspecify.annotations.Nullable String tag) {
    if (!head.speaker().replica().equals(replica)) {
      visit.tally().refuse(replica, Reason.REPLICA_FOREIGN, List.of());
      return;
    }
    boolean older =
        head.count() < memory.number("count." + replica, 0)
            || head.time().millis() < memory.number("time." + replica, 0);
    if (older) {
      old(replica);
      return;
    }
    memory.put("oldSince." + replica, (String) null);
    memory.put("count." + replica, head.count());
    memory.put("time." + replica, head.time().millis());
    memory.put("tag." + replica, tag);
    memory.put("snap." + replica, head.snapshot());
    if (members.isPublisher(replica)) {
      memory.put("publisher", Math.max(memory.newestPublisher(), head.time().millis()));
    }
    root = Math.max(root, head.root());
    revocations = Math.max(revocations, head.revocations());
    pages = Math.max(pages, head.members());
  }

  /** A store that lags catches up; one that shows the same old head day after day is told of. */
  private void old(ReplicaId replica) {
    long now = visit.party().now().millis();
    long since = memory.number("oldSince." + replica, now);
    memory.put("oldSince." + replica, since);
    Duration old = Duration.ofMillis(now - since);
    if (old.compareTo(LAGS) < 0) {
      visit.tally().note(replica, RemoteState.REPLICATING, visit.layout().head(replica));
    } else {
      visit.tally().note(replica, RemoteState.HEAD_OLD, replica.toString());
    }
  }

  private boolean tellsOfMore() {
    int known =
        visit.party().trust().newestRevocations().values().stream()
            .mapToInt(Integer::intValue)
            .sum();
    return root > visit.party().trust().root().version()
        || revocations > known
        || pages > memory.members();
  }
}

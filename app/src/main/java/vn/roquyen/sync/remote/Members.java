package vn.roquyen.sync.remote;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.Certificate;
import vn.roquyen.sync.Head;
import vn.roquyen.sync.Reason;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.Speaker;

/**
 * The book in which each replica signs once, so that others learn of it without listing anything:
 * its pages are numbered, and the first free one is found by asking for the next.
 */
final class Members {
  private static final ReplicaId NOBODY = new ReplicaId(0);
  private final Visit visit;
  private final Memory memory;

  Members(Visit visit) {
    this.visit = visit;
    this.memory = visit.memory();
  }

  /** Signs the book, once, or again when another's entry has taken the place. */
  void enter(Head head) {
    int page = (int) memory.number("slot", -1);
    if (page >= 0) {
      byte[] entry = visit.download().whole(visit.layout().member(page));
      if (entry == null) {
        Exchange.recognise(visit, visit.layout().member(page));
      } else if (head.speaker().replica().equals(note(entry))) {
        return;
      }
      memory.put("slot", -1);
      memory.put("members", Math.min(page, memory.members()));
    }
    byte[] entry = visit.party().sign(head).encoded();
    for (read(); memory.number("slot", -1) < 0; read()) {
      int next = memory.members();
      try {
        visit.remote().create(visit.layout().member(next), entry);
        memory.put("slot", next);
        memory.put("members", next + 1);
      } catch (RemoteFailure taken) {
        if (taken.state() != RemoteState.FORK) {
          throw taken;
        }
      }
    }
  }

  /** Reads the pages that have not been read yet. */
  void read() {
    Speaker own = visit.party().speaker();
    for (int page = memory.members(); ; page++) {
      visit.pause();
      byte[] entry = visit.download().whole(visit.layout().member(page));
      if (entry == null) {
        return;
      }
      ReplicaId who = note(entry);
      if (own != null && own.replica().equals(who)) {
        memory.put("slot", page);
      }
      memory.put("members", page + 1);
    }
  }

  /** Notes who an entry, or a head, is of; null when it is nobody's. */
  private @Nullable ReplicaId note(byte[] entry) {
    try {
      Head.Verified verified = verified(visit, entry);
      remember(verified.head().speaker().replica(), verified.certificate());
      return verified.head().speaker().replica();
    } catch (Refusal refusal) {
      visit.tally().refuse(NOBODY, refusal.reason(), refusal.arguments());
      return null;
    }
  }

  private void remember(ReplicaId replica, Certificate certificate) {
    memory.put(
        "roles." + replica,
        certificate.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "))
            + ":"
            + certificate.unit());
  }

  /** True when this folder fetches what that replica writes. */
  boolean follows(ReplicaId replica, boolean thorough) {
    String known = memory.text("roles." + replica);
    if (known == null) {
      return false;
    }
    int colon = known.indexOf(':');
    Set<String> roles = Set.of(known.substring(0, colon).split(" "));
    if (visit.isCollector() || roles.contains(Role.PUBLISHER.name())) {
      return true;
    }
    return thorough
        && (!roles.equals(Set.of(Role.COMMUNE.name()))
                && !roles.equals(Set.of(Role.INSPECTOR.name()))
            || known.substring(colon + 1).equals(visit.unit()));
  }

  /** The hubs that are known. */
  boolean isHub(ReplicaId replica) {
    return String.valueOf(memory.text("roles." + replica)).contains(Role.HUB.name());
  }

  boolean isPublisher(ReplicaId replica) {
    return String.valueOf(memory.text("roles." + replica)).contains(Role.PUBLISHER.name());
  }

  /** Reads a head; a certificate that is missing is fetched by its name, with its issuer's. */
  static Head.Verified verified(Visit visit, byte[] file) {
    for (int missing = 0; ; missing++) {
      try {
        return Head.read(file, visit.party().trust());
      } catch (Refusal refusal) {
        boolean unknown = refusal.reason() == Reason.CERTIFICATE_UNKNOWN && missing < 2;
        if (!unknown || !new Certificates(visit).fetch(refusal.arguments().getFirst())) {
          throw refusal;
        }
      }
    }
  }
}

package vn.roquyen.sync.remote;

import java.util.List;
import java.util.Map;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.Reason;
import vn.roquyen.sync.Reception;
import vn.roquyen.sync.Trust;

/** Fetches by name what it takes to check signatures. */
final class Certificates {
  private static final ReplicaId NOBODY = new ReplicaId(0);
  private static final int DEPTH = 3;
  private final Visit visit;

  Certificates(Visit visit) {
    this.visit = visit;
  }

  /** Fetches a certificate and, first, that of its issuer; false when it is not to be had. */
  boolean fetch(String brief) {
    return fetch(brief, DEPTH);
  }

  private boolean fetch(String brief, int depth) {
    byte[] file = visit.download().whole(visit.layout().certificate(brief));
    if (file == null || depth == 0) {
      return false;
    }
    Reception answer = receive(file);
    if (answer instanceof Reception.Held held
        && held.reason() == Reason.CERTIFICATE_UNKNOWN
        && fetch(held.arguments().getFirst(), depth - 1)) {
      answer = receive(file);
    }
    return answer instanceof Reception.Applied || answer instanceof Reception.AlreadyKnown;
  }

  /** Fetches the roots and revocations that came after those that are known. */
  void renew() {
    Trust trust = visit.party().trust();
    while (take(visit.layout().root(trust.root().version() + 1))) {
      visit.pause();
    }
    for (Map.Entry<String, Integer> each : trust.newestRevocations().entrySet()) {
      String issuer = Exchange.issuer(each.getKey());
      for (int next = each.getValue() + 1; take(visit.layout().revocation(issuer, next)); next++) {
        visit.pause();
      }
    }
  }

  private boolean take(String name) {
    byte[] file = visit.download().whole(name);
    if (file == null) {
      return false;
    }
    Reception answer = receive(file);
    visit.tally().count(NOBODY, answer);
    return answer instanceof Reception.Applied;
  }

  private Reception receive(byte[] file) {
    return visit.party().receive(List.of(file)).getFirst().getFirst();
  }
}

package vn.roquyen.sync.remote;

import java.util.Set;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.Speaker;
import vn.roquyen.sync.Trust;

/**
 * One visit to a store: who visits which store, what is remembered of it, and what came of it so
 * far.
 */
record Visit(
    Remote remote,
    Layout layout,
    Party party,
    Memory memory,
    Download download,
    Watcher watcher,
    Tally tally) {

  /** True when this folder collects from all and hands on what came by other ways. */
  boolean isCollector() {
    Set<Role> roles = roles();
    return roles.contains(Role.HUB) || roles.contains(Role.PUBLISHER);
  }

  boolean isHub() {
    return roles().contains(Role.HUB);
  }

  /** What this folder may; nothing while its key is not certified. */
  Set<Role> roles() {
    Trust.Admitted own = own();
    return own == null ? Set.of() : own.certificate().roles();
  }

  String unit() {
    Trust.Admitted own = own();
    return own == null ? "" : own.certificate().unit();
  }

  /** Stops between two objects when the person has asked for it; what was moved stays moved. */
  void pause() {
    if (watcher.cancelled()) {
      throw new Fault(FaultCode.CANCELLED);
    }
  }

  private Trust.@org.jspecify.annotations.Nullable Admitted own() {
    Speaker speaker = party.speaker();
    return speaker == null ? null : party.trust().certificate(speaker.certificate());
  }
}

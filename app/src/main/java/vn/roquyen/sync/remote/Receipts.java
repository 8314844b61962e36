package vn.roquyen.sync.remote;

import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.Receipt;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.Speaker;

/** The hub says what it has received; everyone else looks for what it says of him. */
final class Receipts {
  private final Visit visit;
  private final Memory memory;

  Receipts(Visit visit) {
    this.visit = visit;
    this.memory = visit.memory();
  }

  /** Writes a receipt for each member of whom more is here than was receipted. */
  void write(Speaker hub) {
    for (ReplicaId replica : memory.known()) {
      long count = visit.party().count(replica);
      String key = "receipted." + replica;
      if (!replica.equals(hub.replica()) && count > memory.number(key, 0)) {
        visit.pause();
        Receipt receipt = new Receipt(hub, replica, count, visit.party().now());
        visit
            .remote()
            .replace(
                visit.layout().receipt(hub.replica(), replica),
                visit.party().sign(receipt).encoded());
        memory.put(key, count);
      }
    }
  }

  /** Looks how much of the own stream the hubs have received; never less than before. */
  void read(Speaker me) {
    Members members = new Members(visit);
    for (ReplicaId hub : memory.known()) {
      if (members.isHub(hub) && !hub.equals(me.replica())) {
        read(hub, me.replica());
      }
    }
  }

  private void read(ReplicaId hub, ReplicaId me) {
    String key = "receipt." + hub;
    Download.Fetched fetched =
        visit.download().fetch(visit.layout().receipt(hub, me), memory.text(key));
    byte @Nullable [] file = fetched.content();
    if (file == null) {
      return;
    }
    try {
      Receipt receipt = Receipt.read(file, visit.party().trust());
      if (receipt.of().equals(me) && receipt.speaker().replica().equals(hub)) {
        memory.put("received", Math.max(memory.received(), receipt.count()));
        memory.put(key, fetched.tag());
      }
    } catch (Refusal refusal) {
      visit.tally().refuse(hub, refusal.reason(), refusal.arguments());
    }
  }
}

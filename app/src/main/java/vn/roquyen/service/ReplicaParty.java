package vn.roquyen.service;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.DocumentKind;
import vn.roquyen.sync.History;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;
import vn.roquyen.sync.Reception;
import vn.roquyen.sync.SignedDocument;
import vn.roquyen.sync.Speaker;
import vn.roquyen.sync.Statement;
import vn.roquyen.sync.Trust;
import vn.roquyen.sync.TrustDocument;
import vn.roquyen.sync.remote.Party;

/**
 * This data folder as an exchange sees it: sealed. An exchange runs beside the person's own work,
 * so everything is read under the ledger's lock, which is never held while a network is waited for.
 */
final class ReplicaParty implements Party {
  private final LocalReplica replica;
  private final Ledger ledger;
  private final Clock clock;

  ReplicaParty(LocalReplica replica, Ledger ledger, Clock clock) {
    this.replica = replica;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public @Nullable Speaker speaker() {
    synchronized (ledger) {
      return member().speaker();
    }
  }

  @Override
  public List<ReplicaId> formerly() {
    synchronized (ledger) {
      return member().formerly();
    }
  }

  @Override
  public Trust trust() {
    return member().trust();
  }

  @Override
  public List<ReplicaId> replicas() {
    synchronized (ledger) {
      return member().history().replicas();
    }
  }

  @Override
  public long count(ReplicaId stream) {
    synchronized (ledger) {
      ledger.seal();
      History.Entry tip = member().history().tip(stream);
      return tip == null ? 0 : tip.seq() + 1;
    }
  }

  @Override
  public SignedDocument change(ReplicaId stream, long seq) {
    synchronized (ledger) {
      ledger.seal();
      History.Entry entry = member().history().at(stream, seq);
      if (entry == null) {
        throw new Fault(FaultCode.JOURNAL_DAMAGED);
      }
      return replica.document(entry.id());
    }
  }

  @Override
  public List<TrustDocument> trustDocuments() {
    synchronized (ledger) {
      return ledger.sealed().stream()
          .map(replica::document)
          .filter(document -> document.kind() != DocumentKind.CHANGE)
          .map(TrustDocument::of)
          .toList();
    }
  }

  @Override
  public Iterable<SignedDocument> everything() {
    List<ChangeId> ids = ledger.sealed();
    return () -> ids.stream().map(this::document).iterator();
  }

  @Override
  public SignedDocument sign(Statement statement) {
    return member().sign(statement);
  }

  @Override
  public Hlc now() {
    return Hlc.ofMillis(clock.millis());
  }

  @Override
  public List<List<Reception>> receive(List<byte[]> files) {
    return ledger.receive(files);
  }

  private SignedDocument document(ChangeId id) {
    synchronized (ledger) {
      return replica.document(id);
    }
  }

  private Membership member() {
    Membership member = replica.membership();
    if (member == null) {
      throw new Fault(FaultCode.KEY_PENDING);
    }
    return member;
  }
}

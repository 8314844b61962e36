package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.List;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.remote.Party;

/** A member of a test's space as an exchange sees it. */
final class MemberParty implements Party {
  final Space.Member member;
  private final Speaker speaker;
  private final List<SignedDocument> documents = new ArrayList<>();

  MemberParty(Space space, Space.Member member, String nonce) {
    this.member = member;
    this.speaker = new Speaker(member.writer.replica(), nonce, member.certificate.id().brief());
    documents.add(space.root);
    documents.add(space.issuerCertificate);
    documents.add(member.certificate);
  }

  @Override
  public Speaker speaker() {
    return speaker;
  }

  @Override
  public List<ReplicaId> formerly() {
    return List.of();
  }

  @Override
  public Trust trust() {
    return member.trust;
  }

  @Override
  public List<ReplicaId> replicas() {
    return member.history.replicas();
  }

  @Override
  public long count(ReplicaId replica) {
    History.Entry tip = member.history.tip(replica);
    return tip == null ? 0 : tip.seq() + 1;
  }

  @Override
  public SignedDocument change(ReplicaId replica, long seq) {
    History.Entry wanted = member.history.at(replica, seq);
    return member.applied.stream()
        .filter(each -> each.change().id().equals(wanted.id()))
        .findFirst()
        .orElseThrow()
        .change()
        .document();
  }

  @Override
  public List<TrustDocument> trustDocuments() {
    List<SignedDocument> all = new ArrayList<>(documents);
    all.addAll(member.kept);
    return all.stream().map(TrustDocument::of).toList();
  }

  @Override
  public Iterable<SignedDocument> everything() {
    List<SignedDocument> all = new ArrayList<>(documents);
    all.addAll(member.kept);
    member.applied.forEach(each -> all.add(each.change().document()));
    return all;
  }

  @Override
  public SignedDocument sign(Statement statement) {
    return SignedDocument.sign(statement.kind(), statement.body(), member.key);
  }

  @Override
  public Hlc now() {
    return Hlc.ofMillis(member.clock.now.toEpochMilli());
  }

  @Override
  public List<List<Reception>> receive(List<byte[]> files) {
    return files.stream().map(member.receiver::receive).toList();
  }
}

package vn.roquyen.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.roquyen.domain.Role;
import vn.roquyen.service.OperationRules;

/** One good document of each kind and a parcel of them, with the reader that a machine has. */
final class OneOfEach {
  final Space space = new Space(48);
  final Space.Member commune = space.member("03160", Role.COMMUNE);
  final Space.Member hub = space.member("tinh", Role.HUB);
  final Map<DocumentKind, SignedDocument> documents = new EnumMap<>(DocumentKind.class);
  final byte[] parcel;
  private final SignedDocument invitation;

  /** Refusing changes nothing in it, so it serves until something was admitted. */
  private Trust trust;

  OneOfEach() {
    hub.knows(commune.certificate);
    trust = freshTrust();
    Revocation.LastGood last =
        new Revocation.LastGood(commune.writer.replica(), 4, "0123456789abcdef");
    invitation =
        space.issuer.invite(space.root, "03161", Set.of(Role.COMMUNE), new TreeSet<>(Set.of("a")));
    add(SignedDocument.read(commune.write(Space.note("03160", "1", "một hai ba"))));
    add(space.certify(space.key(), "03162", Role.DEPARTMENT, "dat-dai"));
    add(
        space.issuer.revoke(
            1, List.of(new Revocation.Entry(commune.certificate.id().brief(), List.of(last)))));
    add(
        new Root(2, space.name(), Set.of(space.rootKey.publicKey()), 1, Space.START, false, 1)
            .sign(List.of(space.rootKey)));
    add(invitation);
    add(Enrolment.Request.write(Enrolment.Invitation.read(invitation), space.key(), "Máy của xã"));
    Speaker speaker = speaker(hub);
    add(hub, new Head(speaker, 3, "0123456789abcdef", Space.START, 1, 0, 2, null));
    add(hub, new Receipt(speaker, commune.writer.replica(), 1, Space.START));
    add(hub, new Manifest(speaker, Space.START, 700, List.of(new byte[32], new byte[32])));
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Parcel.write(out, documents.values());
      parcel = out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void add(SignedDocument document) {
    documents.put(document.kind(), document);
  }

  private void add(Space.Member member, Statement statement) {
    add(SignedDocument.sign(statement.kind(), statement.body(), member.key));
  }

  private static Speaker speaker(Space.Member member) {
    return new Speaker(member.writer.replica(), member.nonce, member.certificate.id().brief());
  }

  /** A space and a machine that has seen nothing yet but who is who. */
  private Trust freshTrust() {
    Trust fresh = space.trust();
    fresh.admit(commune.certificate);
    fresh.admit(hub.certificate);
    return fresh;
  }

  /**
   * Reads a file as a machine does that expects that kind.
   *
   * @throws Refusal and nothing else
   */
  void read(DocumentKind expected, byte[] file) {
    switch (expected) {
      case CHANGE -> readChange(file);
      case CERTIFICATE, REVOCATION, ROOT -> {
        trust.admit(SignedDocument.read(file, expected));
        trust = freshTrust();
      }
      case INVITATION -> Enrolment.Invitation.found(SignedDocument.read(file), false);
      case REQUEST ->
          Enrolment.Request.read(SignedDocument.read(file), Enrolment.Invitation.read(invitation));
      case HEAD -> Head.read(file, trust);
      case RECEIPT -> Receipt.read(file, trust);
      case SNAPSHOT -> Manifest.read(file, trust);
    }
  }

  private void readChange(byte[] file) {
    History history = new History(trust);
    Verifier verifier = new Verifier(commune.codec, trust, history, OperationRules::check);
    verifier.verify(commune.codec.read(file), entry -> (entity, row, column) -> null);
  }

  /**
   * Reads a file as whatever it says it is.
   *
   * @throws Refusal and nothing else
   */
  void read(byte[] file) {
    if (Parcel.isParcel(file)) {
      try {
        Parcel.of(file).forEach(SignedDocument::read);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    } else {
      read(SignedDocument.read(file).kind(), file);
    }
  }

  /** The same kind of document with another content, signed by a key that may sign it. */
  byte[] resigned(DocumentKind kind, byte[] body) {
    return switch (kind) {
      case ROOT -> SignedDocument.sign(kind, body, List.of(space.rootKey)).encoded();
      case CERTIFICATE, REVOCATION, INVITATION ->
          SignedDocument.sign(kind, body, space.issuerKey).encoded();
      case CHANGE, REQUEST -> SignedDocument.sign(kind, body, commune.key).encoded();
      case HEAD, RECEIPT, SNAPSHOT -> SignedDocument.sign(kind, body, hub.key).encoded();
    };
  }
}

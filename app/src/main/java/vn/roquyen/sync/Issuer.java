package vn.roquyen.sync;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.Enrolment.Invitation;
import vn.roquyen.sync.Enrolment.Request;

/** The issuer's work: invites units, certifies the keys that they made, takes certificates back. */
public final class Issuer {
  /** How long a certificate lasts unless the issuer's own ends earlier. */
  public static final Duration VALIDITY = Duration.ofDays(3 * 365);

  private static final int SERIAL_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Signer key;
  private final SignedDocument certificate;
  private final Certificate own;

  /**
   * An issuer with its key and its certificate.
   *
   * @throws Refusal when the certificate is not this key's or not an issuer's
   */
  public Issuer(Signer key, SignedDocument certificate) {
    this.key = key;
    this.certificate = certificate;
    this.own = Certificate.read(certificate);
    if (!own.is(Role.ISSUER) || !own.key().equals(key.publicKey())) {
      throw new Refusal(Reason.CERTIFICATE_INVALID);
    }
  }

  /** The certificate of an issuer's key, signed by the root's keys. */
  public static SignedDocument certifyIssuer(
      Signer key, String unit, Set<String> units, Hlc from, List<? extends Signer> rootKeys) {
    Set<Role> roles = Set.of(Role.ISSUER);
    Certificate content =
        new Certificate(
            key.publicKey(),
            unit,
            unit,
            roles,
            new TreeSet<>(units),
            from,
            from.plusMillis(VALIDITY.multipliedBy(3).toMillis()),
            serial(),
            null,
            key.sign(Certificate.proofOf(key.publicKey(), unit, roles)),
            false);
    return SignedDocument.sign(DocumentKind.CERTIFICATE, content.body(), rootKeys);
  }

  /** Invites a unit to make a key; the file holds a secret and goes to that unit only. */
  public SignedDocument invite(
      SignedDocument root, String unit, Set<Role> roles, SortedSet<String> fields) {
    byte[] secret = new byte[Enrolment.SECRET_BYTES];
    RANDOM.nextBytes(secret);
    Invitation invitation =
        new Invitation(
            serial(),
            unit,
            roles,
            fields,
            HexFormat.of().formatHex(secret),
            root.encoded(),
            certificate.encoded());
    return SignedDocument.sign(DocumentKind.INVITATION, invitation.body(), key);
  }

  /**
   * Answers a request with a certificate. An invitation is good for one key: the caller keeps the
   * serials of those that were used.
   *
   * @throws Refusal BAD_SIGNATURE, CERTIFICATE_INVALID, STALE when the invitation was used
   */
  public SignedDocument certify(
      SignedDocument invitationFile, SignedDocument requestFile, Set<String> used, Hlc now) {
    return certify(invitationFile, requestFile, used, now, false);
  }

  /** Certifies the key that founds a space and is its only one. */
  SignedDocument certifyFounder(
      SignedDocument invitationFile, SignedDocument requestFile, Hlc now) {
    return certify(invitationFile, requestFile, Set.of(), now, true);
  }

  /** Certifies a founder's key anew, who is not alone any more. */
  SignedDocument endSole(Certificate founder, Hlc now) {
    Certificate content =
        new Certificate(
            founder.key(),
            founder.name(),
            founder.unit(),
            founder.roles(),
            founder.fields(),
            Hlc.max(now, own.from()),
            Hlc.min(now.plusMillis(VALIDITY.toMillis()), own.to()),
            serial(),
            certificate.id().brief(),
            founder.proof(),
            false);
    return SignedDocument.sign(DocumentKind.CERTIFICATE, content.body(), key);
  }

  private SignedDocument certify(
      SignedDocument invitationFile,
      SignedDocument requestFile,
      Set<String> used,
      Hlc now,
      boolean sole) {
    if (!invitationFile.isSignedBy(own.key())) {
      throw new Refusal(Reason.BAD_SIGNATURE);
    }
    Invitation invitation = Invitation.read(invitationFile);
    Request request = Request.read(requestFile, invitation);
    if (used.contains(invitation.serial())) {
      throw new Refusal(Reason.STALE);
    }
    Hlc end = Hlc.min(now.plusMillis(VALIDITY.toMillis()), own.to());
    Certificate content =
        new Certificate(
            request.key(),
            request.name(),
            invitation.unit(),
            invitation.roles(),
            invitation.fields(),
            Hlc.max(now, own.from()),
            end,
            invitation.serial(),
            certificate.id().brief(),
            request.proof(),
            sole);
    return SignedDocument.sign(DocumentKind.CERTIFICATE, content.body(), key);
  }

  /** Takes certificates back. */
  public SignedDocument revoke(int number, List<Revocation.Entry> entries) {
    Revocation revocation = new Revocation(number, certificate.id().brief(), entries);
    return SignedDocument.sign(DocumentKind.REVOCATION, revocation.body(), key);
  }

  private static String serial() {
    byte[] serial = new byte[SERIAL_BYTES];
    RANDOM.nextBytes(serial);
    return HexFormat.of().formatHex(serial);
  }
}

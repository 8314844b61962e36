package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.Sha256;
import vn.roquyen.sync.Enrolment.Invitation;
import vn.roquyen.sync.Enrolment.Request;

final class TrustTest {
  private final Space space = new Space(5);
  private final String name = space.trust().root().space();

  @Test
  void fault38_aNextRootNeedsTheThresholdsOfBoth() {
    List<DeviceKey> old = keys(3);
    List<DeviceKey> fresh = keys(3);
    SignedDocument first = root(1, old, 2).sign(old.subList(0, 2));
    Root next = root(2, fresh, 2);
    refused(Reason.ROOT_SIGNERS, () -> trust(first).admit(next.sign(fresh)));
    refused(Reason.ROOT_SIGNERS, () -> trust(first).admit(next.sign(old)));
    refused(
        Reason.ROOT_SIGNERS,
        () -> trust(first).admit(next.sign(List.of(old.get(0), fresh.get(0), fresh.get(1)))));
    SignedDocument good = next.sign(List.of(old.get(0), old.get(2), fresh.get(0), fresh.get(1)));
    Trust trust = trust(first);
    assertThat(trust.admit(good)).isTrue();
    assertThat(trust.admit(good)).isFalse();
    assertThat(trust.root().version()).isEqualTo(2);
  }

  @Test
  void fault37_aRootVersionIsNeverSkippedOrTakenBack() {
    List<DeviceKey> keys = keys(1);
    SignedDocument first = root(1, keys, 1).sign(keys);
    Trust trust = trust(first);
    refused(Reason.ROOT_NOT_NEXT, () -> trust.admit(root(3, keys, 1).sign(keys)));
    trust.admit(root(2, keys, 1).sign(keys));
    refused(Reason.ROOT_NOT_NEXT, () -> trust.admit(first));
    refused(
        Reason.ROOT_NOT_NEXT,
        () ->
            trust.admit(
                new Root(3, "00".repeat(16), publicKeys(keys), 1, Space.START, false, 1)
                    .sign(keys)));
  }

  @Test
  void fault39_aKeyCountsOnceAndAThresholdIsAtLeastOne() {
    List<DeviceKey> keys = keys(2);
    SignedDocument twice = root(1, keys, 2).sign(List.of(keys.get(0), keys.get(0)));
    refused(Reason.ROOT_SIGNERS, () -> trust(twice));
    refused(Reason.ROOT_SIGNERS, () -> trust(root(1, keys, 0).sign(keys)));
  }

  @Test
  void fault49_manySignaturesAreRefusedBeforeAnyIsChecked() {
    List<DeviceKey> nine = Collections.nCopies(9, space.key());
    byte[] file = root(1, nine.subList(0, 1), 1).sign(nine).encoded();
    refused(Reason.TOO_MANY, () -> SignedDocument.read(file));
  }

  /** Points of small order, and encodings that are not the shortest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void fault40_weakAndMalformedKeysAreRefusedAtAdmission(String hex) {
    refused(Reason.BAD_KEY, () -> PublicKey.admit(HexFormat.of().parseHex(hex)));
  }

  @Test
  void fault40_aSignatureWithTheGroupOrderAddedIsRefused() {
    DeviceKey key = space.key();
    byte[] message = {1, 2, 3};
    byte[] signature = key.sign(message);
    assertThat(key.publicKey().verifies(message, signature)).isTrue();
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    BigInteger shifted = littleEndian(Arrays.copyOfRange(signature, 32, 64)).add(order);
    byte[] malleable = signature.clone();
    for (int i = 0; i < 32; i++) {
      malleable[32 + i] = shifted.shiftRight(8 * i).byteValue();
    }
    assertThat(key.publicKey().verifies(message, malleable)).isFalse();
  }

  @Test
  void fault41_aDocumentOfOneKindIsNotTakenForAnother() {
    DeviceKey key = space.key();
    SignedDocument certificate = space.certify(key, "03160", Role.COMMUNE);
    SignedDocument asRevocation =
        SignedDocument.sign(DocumentKind.REVOCATION, certificate.body(), space.issuerKey);
    refused(Reason.TOO_MANY, () -> space.trust().admit(asRevocation));
    byte[] relabelled =
        new String(certificate.encoded(), StandardCharsets.ISO_8859_1)
            .replace("roquyen.certificate+", "roquyen.revocation+x")
            .getBytes(StandardCharsets.ISO_8859_1);
    refused(Reason.WRONG_KIND, () -> SignedDocument.read(relabelled));
    refused(
        Reason.WRONG_KIND, () -> SignedDocument.read(certificate.encoded(), DocumentKind.CHANGE));
  }

  @Test
  void rightsOnlyNarrowAndThereAreThreeLevels() {
    DeviceKey issuerKey = space.key();
    SignedDocument narrow =
        Issuer.certifyIssuer(
            issuerKey, "tinh", Set.of("03160"), Space.START, List.of(space.rootKey));
    Issuer issuer = new Issuer(issuerKey, narrow);
    Trust trust = space.trust();
    trust.admit(narrow);
    assertThat(trust.admit(certify(issuer, "03160", Role.COMMUNE, Space.START))).isTrue();
    refused(
        Reason.CERTIFICATE_INVALID,
        () -> trust.admit(certify(issuer, "03161", Role.COMMUNE, Space.START)));
    refused(
        Reason.CERTIFICATE_INVALID,
        () -> trust.admit(certify(issuer, "03160", Role.ISSUER, Space.START)));
    DeviceKey leafKey = space.key();
    SignedDocument leaf = space.certify(leafKey, "03160", Role.COMMUNE);
    Trust wide = space.trust();
    wide.admit(leaf);
    Certificate below = content(space.key(), "03160", Role.COMMUNE, leaf.id().brief(), Space.START);
    refused(
        Reason.CERTIFICATE_INVALID,
        () -> wide.admit(SignedDocument.sign(DocumentKind.CERTIFICATE, below.body(), leafKey)));
  }

  @Test
  void theRootCertifiesIssuersOnlyAndAStrangerNobody() {
    Certificate leaf = content(space.key(), "03160", Role.PUBLISHER, null, Space.START);
    refused(
        Reason.CERTIFICATE_INVALID,
        () ->
            space
                .trust()
                .admit(
                    SignedDocument.sign(
                        DocumentKind.CERTIFICATE, leaf.body(), List.of(space.rootKey))));
    refused(
        Reason.BAD_SIGNATURE,
        () ->
            space
                .trust()
                .admit(
                    SignedDocument.sign(
                        DocumentKind.CERTIFICATE, leaf.body(), List.of(space.key()))));
    refused(
        Reason.BAD_SIGNATURE,
        () ->
            space
                .trust()
                .admit(
                    SignedDocument.sign(
                        DocumentKind.CERTIFICATE,
                        content(
                                space.key(),
                                "03160",
                                Role.PUBLISHER,
                                space.issuerCertificate.id().brief(),
                                Space.START)
                            .body(),
                        space.key())));
  }

  @Test
  void aCertificateWithoutProofOfPossessionIsRefused() {
    Certificate stolen =
        content(
            space.key(), "03160", Role.COMMUNE, space.issuerCertificate.id().brief(), Space.START);
    Certificate without =
        new Certificate(
            space.key().publicKey(),
            stolen.name(),
            stolen.unit(),
            stolen.roles(),
            stolen.fields(),
            stolen.from(),
            stolen.to(),
            stolen.serial(),
            stolen.issuer(),
            stolen.proof(),
            false);
    refused(
        Reason.CERTIFICATE_INVALID,
        () ->
            space
                .trust()
                .admit(
                    SignedDocument.sign(
                        DocumentKind.CERTIFICATE, without.body(), space.issuerKey)));
  }

  @Test
  void revocationsComeInOrderAndOnlyFromTheirIssuer() {
    SignedDocument certificate = space.certify(space.key(), "03160", Role.COMMUNE);
    Trust trust = space.trust();
    trust.admit(certificate);
    List<Revocation.Entry> entries =
        List.of(new Revocation.Entry(certificate.id().brief(), List.of()));
    refused(Reason.REVOCATION_GAP, () -> trust.admit(space.issuer.revoke(2, entries)));
    assertThat(trust.admit(space.issuer.revoke(1, entries))).isTrue();
    assertThat(trust.admit(space.issuer.revoke(1, List.of()))).isFalse();
    DeviceKey otherKey = space.key();
    SignedDocument other =
        Issuer.certifyIssuer(otherKey, "tinh", Set.of(), Space.START, List.of(space.rootKey));
    trust.admit(other);
    refused(
        Reason.CERTIFICATE_INVALID,
        () -> trust.admit(new Issuer(otherKey, other).revoke(1, entries)));
  }

  @Test
  void theDemonstrationRootIsRefusedOutsideTheDemonstrationHoweverItIsDressed() {
    assertThat(
            new Trust(DemonstrationRoot.document(), true)
                .admit(DemonstrationRoot.issuerCertificate()))
        .isTrue();
    refused(Reason.DEMONSTRATION_ROOT, () -> new Trust(DemonstrationRoot.document(), false));
    DeviceKey publicSecret =
        DeviceKey.ofSeed(
            Sha256.of(
                "Rõ Quyền demonstration key, not secret: root".getBytes(StandardCharsets.UTF_8)));
    SignedDocument undeclared =
        new Root(1, name, Set.of(publicSecret.publicKey()), 1, Space.START, false, 1)
            .sign(List.of(publicSecret));
    refused(Reason.DEMONSTRATION_ROOT, () -> new Trust(undeclared, false));
    assertThat(DemonstrationRoot.document().encoded())
        .isEqualTo(DemonstrationRoot.document().encoded());
  }

  @Test
  void invitationRequestCertificateByFile() {
    SignedDocument invitation =
        space.issuer.invite(space.root, "03160", Set.of(Role.COMMUNE), new TreeSet<>());
    DeviceKey key = space.key();
    Trust trust = Invitation.found(SignedDocument.read(invitation.encoded()), false);
    SignedDocument request = Request.write(Invitation.read(invitation), key, "Máy một cửa");
    Set<String> used = new HashSet<>();
    SignedDocument certificate =
        space.issuer.certify(invitation, SignedDocument.read(request.encoded()), used, Space.START);
    assertThat(trust.admit(SignedDocument.read(certificate.encoded()))).isTrue();
    Certificate content = Certificate.read(certificate);
    assertThat(content.key()).isEqualTo(key.publicKey());
    assertThat(content.unit()).isEqualTo("03160");
    assertThat(content.roles()).containsExactly(Role.COMMUNE);
    assertThat(content.name()).isEqualTo("Máy một cửa");
    used.add(content.serial());
    refused(Reason.STALE, () -> space.issuer.certify(invitation, request, used, Space.START));
  }

  @Test
  void aRequestThatDoesNotKnowTheSecretIsRefused() {
    SignedDocument invitation =
        space.issuer.invite(space.root, "03160", Set.of(Role.COMMUNE), new TreeSet<>());
    Invitation real = Invitation.read(invitation);
    Invitation guessed =
        new Invitation(
            real.serial(),
            real.unit(),
            real.roles(),
            real.fields(),
            "00".repeat(32),
            real.root(),
            real.issuer());
    SignedDocument request = Request.write(guessed, space.key(), "Kẻ lạ");
    refused(
        Reason.BAD_SIGNATURE,
        () -> space.issuer.certify(invitation, request, Set.of(), Space.START));
  }

  private Certificate content(DeviceKey key, String unit, Role role, String issuer, Hlc from) {
    Set<Role> roles = Set.of(role);
    return new Certificate(
        key.publicKey(),
        "máy",
        unit,
        roles,
        new TreeSet<>(),
        from,
        from.plusMillis(1_000_000_000L),
        "11".repeat(16),
        issuer,
        key.sign(Certificate.proofOf(key.publicKey(), unit, roles)),
        false);
  }

  private SignedDocument certify(Issuer issuer, String unit, Role role, Hlc at) {
    SignedDocument invitation = issuer.invite(space.root, unit, Set.of(role), new TreeSet<>());
    SignedDocument request = Request.write(Invitation.read(invitation), space.key(), "máy " + unit);
    return issuer.certify(invitation, request, Set.of(), at);
  }

  private Root root(int version, List<DeviceKey> keys, int threshold) {
    return new Root(version, name, publicKeys(keys), threshold, Space.START, false, 1);
  }

  private static Set<PublicKey> publicKeys(List<DeviceKey> keys) {
    Set<PublicKey> publicKeys = new HashSet<>();
    keys.forEach(key -> publicKeys.add(key.publicKey()));
    return publicKeys;
  }

  private List<DeviceKey> keys(int count) {
    List<DeviceKey> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(space.key());
    }
    return keys;
  }

  private static Trust trust(SignedDocument root) {
    return new Trust(root, false);
  }

  private static BigInteger littleEndian(byte[] bytes) {
    BigInteger value = BigInteger.ZERO;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = value.shiftLeft(8).or(BigInteger.valueOf(bytes[i] & 0xff));
    }
    return value;
  }

  private static void refused(Reason reason, ThrowingCallable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}

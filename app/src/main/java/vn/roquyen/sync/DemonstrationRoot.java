package vn.roquyen.sync;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.HybridClock;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.Sha256;
import vn.roquyen.domain.UnitNames;

/**
 * Root and issuer of the sample data. Their private keys follow from a sentence that stands here
 * for everyone to read, so any two folders with sample data can exchange at once, and nothing
 * signed under them proves anything. {@link Trust} refuses them outside demonstration mode, whether
 * the root document says that it is one or not.
 */
public final class DemonstrationRoot {
  private static final Hlc SIGNED_AT =
      Hlc.ofMillis(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
  private static final long SAMPLE_AFTER = 60_000;
  private static final String SPACE = "64656d6f2d726f7175796e2d32303236";
  private static final DeviceKey ROOT_KEY = key("root");
  private static final DeviceKey ISSUER_KEY = key("issuer");
  private static final DeviceKey PUBLISHER_KEY = key("publisher");

  private DemonstrationRoot() {}

  /** The root document of every folder with sample data: the same bytes everywhere. */
  public static SignedDocument document() {
    return new Root(1, SPACE, Set.of(ROOT_KEY.publicKey()), 1, SIGNED_AT, true, 1)
        .sign(List.of(ROOT_KEY));
  }

  /** The demonstration's issuer. */
  public static Issuer issuer() {
    return new Issuer(ISSUER_KEY, issuerCertificate());
  }

  /** The certificate of the demonstration's issuer: the same bytes everywhere. */
  public static SignedDocument issuerCertificate() {
    Certificate content = certificate(ISSUER_KEY, "demonstration", Role.ISSUER, null);
    return SignedDocument.sign(DocumentKind.CERTIFICATE, content.body(), List.of(ROOT_KEY));
  }

  /** The certificate of the author of the sample data: the same bytes everywhere. */
  static SignedDocument publisherCertificate() {
    String issuer = issuerCertificate().id().brief();
    Certificate content = certificate(PUBLISHER_KEY, UnitNames.PROVINCE, Role.PUBLISHER, issuer);
    return SignedDocument.sign(DocumentKind.CERTIFICATE, content.body(), ISSUER_KEY);
  }

  /**
   * Writes the sample data as their one author: equal edits are the same bytes in every folder, so
   * two folders with sample data hold the same changes. The name of the replica follows from the
   * edits, so a later program with other sample data begins another stream and no fork.
   *
   * @param history that of a new folder, without any change
   */
  static ChangeWriter sampleWriter(List<List<RowEdit>> edits, History history, int schema) {
    byte[] content = Sha256.of(edits.stream().map(EditCodec::write).toArray(byte[][]::new));
    ChangeWriter.Identity identity =
        new ChangeWriter.Identity(
            PUBLISHER_KEY,
            HexFormat.of().formatHex(content, 0, SPACE.length() / 2),
            publisherCertificate().id().brief(),
            UnitNames.PROVINCE,
            SPACE.substring(0, 16),
            schema);
    Clock clock = Clock.fixed(SIGNED_AT.plusMillis(SAMPLE_AFTER).instant(), ZoneOffset.UTC);
    return new ChangeWriter(
        identity, ChangeCodec.plain(), history, new HybridClock(clock, Hlc.ZERO, SIGNED_AT));
  }

  /** True for a key whose private part is public. */
  static boolean isDemonstration(PublicKey key) {
    return key.equals(ROOT_KEY.publicKey())
        || key.equals(ISSUER_KEY.publicKey())
        || key.equals(PUBLISHER_KEY.publicKey());
  }

  private static Certificate certificate(
      DeviceKey key, String unit, Role role, @Nullable String issuer) {
    Set<Role> roles = Set.of(role);
    return new Certificate(
        key.publicKey(),
        "demonstration",
        unit,
        roles,
        new TreeSet<>(),
        SIGNED_AT,
        SIGNED_AT.plusMillis(Issuer.VALIDITY.multipliedBy(10).toMillis()),
        SPACE,
        issuer,
        key.sign(Certificate.proofOf(key.publicKey(), unit, roles)),
        false);
  }

  private static DeviceKey key(String name) {
    String sentence = "Rõ Quyền demonstration key, not secret: " + name;
    return DeviceKey.ofSeed(Sha256.of(sentence.getBytes(StandardCharsets.UTF_8)));
  }
}

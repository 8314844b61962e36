package vn.roquyen.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;

/**
 * Root and issuer of the sample data. Their private keys follow from a sentence that stands here
 * for everyone to read, so any two folders with sample data can exchange at once, and nothing
 * signed under them proves anything. {@link Trust} refuses them outside demonstration mode, whether
 * the root document says that it is one or not.
 */
public final class DemonstrationRoot {
  private static final Hlc SIGNED_AT =
      Hlc.ofMillis(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
  private static final String SPACE = "64656d6f2d726f7175796e2d32303236";
  private static final DeviceKey ROOT_KEY = key("root");
  private static final DeviceKey ISSUER_KEY = key("issuer");

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
    Set<Role> roles = Set.of(Role.ISSUER);
    String unit = "demonstration";
    Certificate content =
        new Certificate(
            ISSUER_KEY.publicKey(),
            "demonstration",
            unit,
            roles,
            new TreeSet<>(),
            SIGNED_AT,
            SIGNED_AT.plusMillis(Issuer.VALIDITY.multipliedBy(10).toMillis()),
            SPACE,
            null,
            ISSUER_KEY.sign(Certificate.proofOf(ISSUER_KEY.publicKey(), unit, roles)));
    return SignedDocument.sign(DocumentKind.CERTIFICATE, content.body(), List.of(ROOT_KEY));
  }

  /** True for a key whose private part is public. */
  static boolean isDemonstration(PublicKey key) {
    return key.equals(ROOT_KEY.publicKey()) || key.equals(ISSUER_KEY.publicKey());
  }

  private static DeviceKey key(String name) {
    String sentence = "Rõ Quyền demonstration key, not secret: " + name;
    return DeviceKey.ofSeed(Hashes.sha256(sentence.getBytes(StandardCharsets.UTF_8)));
  }
}

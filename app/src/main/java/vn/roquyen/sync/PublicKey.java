package vn.roquyen.sync;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.roquyen.domain.Sha256;

/**
 * An Ed25519 public key that was found sound when it was taken in: canonical, on the curve and in
 * the prime-order subgroup. Bouncy Castle checks and verifies, because the JDK accepts the identity
 * point, with which one signature fits every message (ADR 0010).
 */
public final class PublicKey {
  /** Bytes of a key, and of the short name by which signatures cite it. */
  public static final int BYTES = 32;

  static final int KID_BYTES = 8;
  static final int SIGNATURE_BYTES = 64;

  private final byte[] encoded;
  private final Ed25519.PublicPoint point;
  private final String kid;

  private PublicKey(byte[] encoded, Ed25519.PublicPoint point) {
    this.encoded = encoded;
    this.point = point;
    this.kid = HexFormat.of().formatHex(Sha256.of(encoded), 0, KID_BYTES);
  }

  /**
   * Takes in a key.
   *
   * @throws Refusal BAD_KEY
   */
  public static PublicKey admit(byte[] encoded) {
    Ed25519.PublicPoint point =
        encoded.length == BYTES ? Ed25519.validatePublicKeyFullExport(encoded, 0) : null;
    if (point == null) {
      throw new Refusal(Reason.BAD_KEY);
    }
    return new PublicKey(encoded.clone(), point);
  }

  /** The first eight bytes of the key's SHA-256 as hexadecimal digits. */
  public String kid() {
    return kid;
  }

  public byte[] encoded() {
    return encoded.clone();
  }

  /** True when the signature is this key's over the message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_BYTES
        && Ed25519.verify(signature, 0, point, message, 0, message.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey key && Arrays.equals(encoded, key.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return kid;
  }
}

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

  /** Keys that were found sound: a journal is read again for each look at the past. */
  private static final Newest<String, PublicKey> SOUND = new Newest<>(4_096);

  /** Signatures that were found right, by the hash of key, signature and message. */
  private static final Newest<String, Boolean> VERIFIED = new Newest<>(8_192);

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
    if (encoded.length != BYTES) {
      throw new Refusal(Reason.BAD_KEY);
    }
    String name = HexFormat.of().formatHex(encoded);
    PublicKey known = SOUND.get(name);
    if (known != null) {
      return known;
    }
    Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(encoded, 0);
    if (point == null) {
      throw new Refusal(Reason.BAD_KEY);
    }
    PublicKey key = new PublicKey(encoded.clone(), point);
    SOUND.put(name, key);
    return key;
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

  /**
   * The same, remembered when true: for the few documents that are read with every look at a
   * journal. Only the same bytes under the same key are taken for verified.
   */
  boolean hasVerified(byte[] message, byte[] signature) {
    String name = Sha256.hex(encoded, signature, message);
    if (VERIFIED.get(name) != null) {
      return true;
    }
    boolean verifies = verifies(message, signature);
    if (verifies) {
      VERIFIED.put(name, true);
    }
    return verifies;
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

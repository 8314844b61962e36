package vn.roquyen.sync;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Sha256;

/**
 * The key pair of a device, of an issuer or of one share of the root. Signs with Bouncy Castle, ten
 * times as fast as the JDK and the same bytes (RFC 8032).
 */
public final class DeviceKey implements Signer {
  static final int SEED_BYTES = 32;

  private final byte[] seed;
  private final PublicKey publicKey;

  private DeviceKey(byte[] seed) {
    this.seed = seed.clone();
    byte[] encoded = new byte[PublicKey.BYTES];
    Ed25519.generatePublicKey(seed, 0, encoded, 0);
    this.publicKey = PublicKey.admit(encoded);
  }

  /** Makes a new key. */
  public static DeviceKey create() {
    byte[] seed = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    return new DeviceKey(seed);
  }

  static DeviceKey ofSeed(byte[] seed) {
    return new DeviceKey(seed);
  }

  byte[] seed() {
    return seed.clone();
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey.encoded(), 0, message, 0, message.length, signature, 0);
    return signature;
  }

  /** The replica that this key makes with that nonce; nobody can make it with another key. */
  static ReplicaId replica(PublicKey key, byte[] nonce) {
    return new ReplicaId(ByteBuffer.wrap(Sha256.of(key.encoded(), nonce)).getLong());
  }
}

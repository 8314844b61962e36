package vn.roquyen.sync;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Sha256;

/** The key pair of a device, of an issuer or of one share of the root. Signs with the JDK. */
public final class DeviceKey implements Signer {
  static final int SEED_BYTES = 32;

  private final byte[] seed;
  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private DeviceKey(byte[] seed) {
    this.seed = seed.clone();
    byte[] encoded = new byte[PublicKey.BYTES];
    Ed25519.generatePublicKey(seed, 0, encoded, 0);
    this.publicKey = PublicKey.admit(encoded);
    try {
      this.privateKey =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, this.seed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java since 15 has Ed25519", impossible);
    }
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
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a sound key signs", impossible);
    }
  }

  /** The replica that this key makes with that nonce; nobody can make it with another key. */
  static ReplicaId replica(PublicKey key, byte[] nonce) {
    return new ReplicaId(ByteBuffer.wrap(Sha256.of(key.encoded(), nonce)).getLong());
  }
}

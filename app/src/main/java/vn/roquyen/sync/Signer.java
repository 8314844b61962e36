package vn.roquyen.sync;

/** Something that signs: a device key, or one of the offline keys of the root. */
public interface Signer {

  /** The key that the signatures are checked with. */
  PublicKey publicKey();

  /** The Ed25519 signature of a message. */
  byte[] sign(byte[] message);
}

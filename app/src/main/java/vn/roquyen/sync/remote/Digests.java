package vn.roquyen.sync.remote;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is stored and sent. */
final class Digests {
  private Digests() {}

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(sha256(parts));
  }

  /** Enough digits to tell two versions of an object apart. */
  static String shortTag(byte[]... parts) {
    return hex(parts).substring(0, 16);
  }
}

package vn.roquyen.sync.remote;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is stored and sent. */
final class Digests {
  private Digests() {}

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(sha256(content));
  }

  /** Enough digits to tell two versions of an object apart. */
  static String shortTag(byte[] content) {
    return hex(content).substring(0, 16);
  }
}

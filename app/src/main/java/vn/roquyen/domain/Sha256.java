package vn.roquyen.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256, the one hash of all that is signed, stored, sent or compared. */
public final class Sha256 {
  private static final int SHORT_BYTES = 8;

  private Sha256() {}

  /** The hash of the parts, one after another: 32 bytes. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = fresh();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** The same as 64 hexadecimal digits. */
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(of(parts));
  }

  /**
   * A short digest of some values in their order, 16 hexadecimal digits: equal as long as they are.
   */
  public static String ofValues(@Nullable Object... values) {
    byte[] digest = of(Arrays.deepToString(values).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, SHORT_BYTES);
  }

  /** A hash that is fed part by part. */
  public static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

package vn.roquyen.sync;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/** What can happen to a file on its way. */
final class SimDamage {
  private SimDamage() {}

  /** Another file than the one that was sent, with the number of the fault that made it. */
  record Damaged(int fault, byte[] file) {}

  static Damaged of(byte[] file, Random dice) {
    return switch (dice.nextInt(6)) {
      case 0 -> new Damaged(17, Arrays.copyOf(file, dice.nextInt(file.length)));
      case 1 -> new Damaged(18, flipped(file, dice));
      case 2 -> new Damaged(19, Arrays.copyOf(file, file.length + 1 + dice.nextInt(9)));
      case 3 -> new Damaged(19, twice(file));
      case 4 -> new Damaged(20, byMail(file, dice.nextBoolean()));
      default -> new Damaged(62, "<html>Đăng nhập Wi-Fi</html>".getBytes(StandardCharsets.UTF_8));
    };
  }

  static byte[] flipped(byte[] file, Random dice) {
    byte[] flipped = file.clone();
    int bit = dice.nextInt(file.length * 8);
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  private static byte[] twice(byte[] file) {
    byte[] twice = Arrays.copyOf(file, file.length * 2);
    System.arraycopy(file, 0, twice, file.length, file.length);
    return twice;
  }

  private static byte[] byMail(byte[] file, boolean base64) {
    if (base64) {
      return Base64.getMimeEncoder().encode(file);
    }
    ByteArrayOutputStream crlf = new ByteArrayOutputStream();
    for (byte each : file) {
      if (each == '\n') {
        crlf.write('\r');
      }
      crlf.write(each);
    }
    // A file without a line feed passes whole.
    return crlf.toByteArray();
  }
}

package vn.roquyen.sync;

/**
 * Looks at how a file begins, so that a person is told what really happened to it: mail programs
 * wrap attachments in base64 and rewrite line ends, portals answer with a page.
 */
final class FirstBytes {
  private static final int SIGN1 = 0xd2;
  private static final int SIGN_WIDE = 0xd8;
  private static final int SIGN = 0x62;

  private FirstBytes() {}

  static void check(byte[] file) {
    if (file.length == 0) {
      throw new Refusal(Reason.MALFORMED, "empty");
    }
    int first = file[0] & 0xff;
    boolean ours =
        first == SIGN1 || (first == SIGN_WIDE && file.length > 1 && (file[1] & 0xff) == SIGN);
    if (!ours) {
      throw new Refusal(isBase64(file) ? Reason.DAMAGED_IN_MAIL : Reason.NOT_A_CHANGE_FILE);
    }
  }

  /** True when every line feed follows a carriage return: chance does not do that for long. */
  static boolean lineEndsRewritten(byte[] file) {
    int feeds = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        feeds++;
        if (i == 0 || file[i - 1] != '\r') {
          return false;
        }
      }
    }
    return feeds > 0;
  }

  /** True when a longer file is nothing but base64 lines, with or without quotes of a mail. */
  private static boolean isBase64(byte[] file) {
    for (byte letter : file) {
      boolean base64 =
          (letter >= 'A' && letter <= 'Z')
              || (letter >= 'a' && letter <= 'z')
              || (letter >= '0' && letter <= '9')
              || "+/=\r\n ".indexOf(letter) >= 0;
      if (!base64) {
        return false;
      }
    }
    return file.length > 64;
  }
}

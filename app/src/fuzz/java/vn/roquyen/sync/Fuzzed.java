package vn.roquyen.sync;

import java.util.Arrays;

/**
 * What the targets of the fuzzer share: only a {@link Refusal} may be the answer to bad bytes, and
 * a cheap one.
 */
final class Fuzzed {
  private static final int CUT = 3;
  private static final int TRIES = 5;

  /** The first inputs pay for classes that are loaded and code that is not compiled yet. */
  private static final int WARM = 5_000;

  private static Cost dearest = Cost.NONE;
  private static int inputs;

  private Fuzzed() {}

  /**
   * Runs a reader; whatever it throws beside a refusal is a finding, and so is what costs too much
   * each time: once may be the compiler.
   */
  static void refusedOrRead(Runnable reader) {
    Cost cost = Cost.ofReading(reader);
    for (int again = 0; again < TRIES && !cost.isWithin(Cost.MOST); again++) {
      cost = cost.least(Cost.ofReading(reader));
    }
    if (!cost.isWithin(Cost.MOST)) {
      throw new AssertionError("an input costs " + cost);
    }
    if (++inputs > WARM && !cost.isWithin(dearest)) {
      dearest = dearest.most(cost);
      System.out.println("figure: dearest of " + inputs + ": " + dearest);
    }
  }

  /**
   * Good bytes with some of them replaced, so that the fuzzer begins behind the first checks: two
   * bytes say where, one how many are taken out, the rest goes in.
   */
  static byte[] spliced(byte[] good, byte[] data) {
    if (data.length < CUT) {
      return good;
    }
    int at = ((data[0] & 0xff) << 8 | data[1] & 0xff) % (good.length + 1);
    int behind = Math.min(good.length, at + (data[2] & 0xff));
    byte[] result = Arrays.copyOf(good, at + data.length - CUT + good.length - behind);
    System.arraycopy(data, CUT, result, at, data.length - CUT);
    System.arraycopy(good, behind, result, at + data.length - CUT, good.length - behind);
    return result;
  }

  /** All but the first bytes. */
  static byte[] rest(byte[] data, int from) {
    return Arrays.copyOfRange(data, Math.min(from, data.length), data.length);
  }

  /** One of several by the first byte. */
  static <T> T chosen(T[] all, byte[] data) {
    return all[data.length == 0 ? 0 : (data[0] & 0xff) % all.length];
  }
}

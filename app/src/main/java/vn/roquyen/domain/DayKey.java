package vn.roquyen.domain;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Days that are keys of rows, written as ISO 8601 wants it. The JDK's parser takes as long as the
 * database takes for the row.
 */
public final class DayKey {
  private static final int LENGTH = "yyyy-mm-dd".length();

  private DayKey() {}

  /**
   * The day of a key.
   *
   * @throws DateTimeException when it is none
   */
  public static LocalDate parse(String key) {
    if (key.length() != LENGTH || key.charAt(4) != '-' || key.charAt(7) != '-') {
      return LocalDate.parse(key);
    }
    return LocalDate.of(number(key, 0, 4), number(key, 5, 7), number(key, 8, LENGTH));
  }

  private static int number(String key, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      int digit = key.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("not a day: " + key);
      }
      number = 10 * number + digit;
    }
    return number;
  }
}

package vn.roquyen.cli;

import java.util.Locale;

/** How values are written for scripts. */
final class Names {
  private Names() {}

  /** The name of a value in small letters, as options and JSON write it. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

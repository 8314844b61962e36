package vn.roquyen.report;

import java.awt.Color;

/** The colours of printed papers; each text colour keeps AA contrast on white and on its tint. */
final class Palette {
  static final Color INK = new Color(0x1F2933);
  static final Color QUIET = new Color(0x52606D);
  static final Color RULE = new Color(0xD5DBE1);
  static final Color ACCENT = new Color(0x0B559F);
  static final Color FIELD = new Color(0xF4F6F8);

  private Palette() {}

  static Color of(Tone tone) {
    return switch (tone) {
      case GOOD -> new Color(0x14632F);
      case BAD -> new Color(0xB23A0A);
      case UNSURE, CAUTION -> new Color(0x8A5300);
      case NEUTRAL -> QUIET;
    };
  }

  static Color tint(Tone tone) {
    return switch (tone) {
      case GOOD -> new Color(0xE9F7EE);
      case BAD -> new Color(0xFDEFE7);
      case UNSURE, CAUTION -> new Color(0xFDF5DF);
      case NEUTRAL -> FIELD;
    };
  }
}

package vn.roquyen.report;

import java.awt.Color;
import vn.roquyen.domain.PaperSize;
import vn.roquyen.report.Fonts.Weight;

/**
 * Sizes of a slip on one paper. Small paper gets smaller letters, but never so small that a person
 * of seventy cannot read them.
 *
 * @param unit the distance from which all other distances are made, in points
 */
record SlipStyle(float scale, float margin, float bottom, float unit) {

  static SlipStyle of(PaperSize paper) {
    return switch (paper) {
      case A4 -> new SlipStyle(1, 51, 54, 6);
      case A5 -> new SlipStyle(0.86f, 34, 44, 5);
    };
  }

  /** A handbook is read at a desk: smaller letters than on a slip, more of it on a page. */
  static SlipStyle ofHandbook() {
    return new SlipStyle(0.92f, 51, 54, 5);
  }

  Type office() {
    return type(Weight.BOLD, 9.5f, 13, Palette.INK);
  }

  Type day() {
    return type(Weight.REGULAR, 9.5f, 13, Palette.QUIET);
  }

  Type heading() {
    return type(Weight.BOLD, 21, 26, Palette.ACCENT);
  }

  Type matter() {
    return type(Weight.SEMIBOLD, 14, 19, Palette.INK);
  }

  Type facts() {
    return type(Weight.REGULAR, 9.5f, 13.5f, Palette.QUIET);
  }

  Type verdict() {
    return type(Weight.BOLD, 13, 17.5f, Palette.INK);
  }

  Type section() {
    return type(Weight.BOLD, 9.5f, 13, Palette.ACCENT);
  }

  Type group() {
    return type(Weight.SEMIBOLD, 9.5f, 13.5f, Palette.INK);
  }

  Type body() {
    return type(Weight.REGULAR, 10, 14, Palette.INK);
  }

  Type strong() {
    return type(Weight.SEMIBOLD, 12, 16, Palette.INK);
  }

  Type small() {
    return type(Weight.REGULAR, 8.5f, 11.5f, Palette.QUIET);
  }

  Type label() {
    return type(Weight.MEDIUM, 8.5f, 11.5f, Palette.QUIET);
  }

  Type chip() {
    return type(Weight.SEMIBOLD, 7.8f, 11, Palette.INK);
  }

  private Type type(Weight weight, float size, float leading, Color colour) {
    return new Type(weight, size * scale, leading * scale, colour);
  }
}

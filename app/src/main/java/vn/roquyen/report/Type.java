package vn.roquyen.report;

import java.awt.Color;

/**
 * How a piece of text is set.
 *
 * @param leading from baseline to baseline, in points
 */
record Type(Fonts.Weight weight, float size, float leading, Color colour) {
  Type in(Color other) {
    return new Type(weight, size, leading, other);
  }
}

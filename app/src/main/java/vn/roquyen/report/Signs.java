package vn.roquyen.report;

import java.awt.Color;

/** Drawn signs: they look the same on every machine, whatever fonts it has. */
final class Signs {
  private final Paper paper;

  Signs(Paper paper) {
    this.paper = paper;
  }

  /** A filled disc with the sign of a tone in it. */
  void disc(Tone tone, float middle, float height, float radius) {
    paper.box(middle - radius, height - radius, 2 * radius, 2 * radius, radius, Palette.of(tone));
    sign(tone, middle, height, radius * 0.45f, radius * 0.2f, Color.WHITE);
  }

  /** The sign of a tone without a disc. */
  void plain(Tone tone, float middle, float height, float reach) {
    sign(tone, middle, height, reach, reach * 0.4f, Palette.of(tone));
  }

  /** An empty box to tick. */
  void tickBox(float left, float lower, float side) {
    paper.frame(left, lower, side, side, side * 0.18f, Palette.QUIET);
  }

  private void sign(Tone tone, float x, float y, float r, float thickness, Color colour) {
    switch (tone) {
      case GOOD ->
          paper.line(
              colour,
              thickness,
              x - r,
              y - r * 0.05f,
              x - r * 0.25f,
              y - r * 0.75f,
              x + r,
              y + r * 0.75f);
      case BAD -> {
        paper.line(colour, thickness, x - r * 0.75f, y - r * 0.75f, x + r * 0.75f, y + r * 0.75f);
        paper.line(colour, thickness, x - r * 0.75f, y + r * 0.75f, x + r * 0.75f, y - r * 0.75f);
      }
      case UNSURE -> questionMark(x, y, r, thickness, colour);
      case CAUTION -> {
        paper.line(colour, thickness * 1.1f, x, y + r, x, y - r * 0.25f);
        paper.line(colour, thickness * 1.3f, x, y - r * 0.95f, x, y - r * 0.94f);
      }
      case NEUTRAL -> paper.line(colour, thickness * 1.4f, x, y, x + 0.01f, y);
    }
  }

  private void questionMark(float x, float y, float r, float thickness, Color colour) {
    paper.line(
        colour,
        thickness,
        x - r * 0.6f,
        y + r * 0.5f,
        x - r * 0.35f,
        y + r * 0.95f,
        x + r * 0.15f,
        y + r * 1.05f,
        x + r * 0.6f,
        y + r * 0.7f,
        x + r * 0.5f,
        y + r * 0.2f,
        x,
        y - r * 0.1f,
        x,
        y - r * 0.4f);
    paper.line(colour, thickness * 1.25f, x, y - r * 1.02f, x, y - r * 1.0f);
  }
}

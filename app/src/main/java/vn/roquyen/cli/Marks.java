package vn.roquyen.cli;

import vn.roquyen.domain.Answer;

/** The sign of each verdict, so that it is seen before it is read. */
final class Marks {
  private Marks() {}

  static String of(Answer answer) {
    return switch (answer) {
      case COMMUNE -> "✓ ";
      case NOT_COMMUNE -> "✕ ";
      case UNDETERMINED -> "? ";
    };
  }
}

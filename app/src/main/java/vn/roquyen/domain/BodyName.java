package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/**
 * The name of one body as the national catalogue writes it, and what the name alone tells.
 *
 * @param level the tier that the name tells, or null when it tells none
 * @param vague true when it says no more than "the competent body"
 * @param abolished true when it names a district organ, of which there are none any more
 */
record BodyName(String text, @Nullable Level level, boolean vague, boolean abolished) {

  static BodyName of(String text) {
    Level level = BodyNames.level(text);
    return new BodyName(
        text, level, level == null && BodyNames.isVague(text), BodyNames.isAbolished(text));
  }

  boolean isCommune() {
    return level == Level.COMMUNE;
  }
}

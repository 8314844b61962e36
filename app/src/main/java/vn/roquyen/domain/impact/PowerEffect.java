package vn.roquyen.domain.impact;

import java.util.List;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Power;

/**
 * What happens to one power, as the first commune sees it in which something changes.
 *
 * @param before who held it just before
 * @param communes in how many communes the answer changes
 */
public record PowerEffect(
    Power power,
    Kind kind,
    Answer answerBefore,
    List<Holder> before,
    Answer answerAfter,
    List<Holder> after,
    int communes) {

  /** The same of a power of that name. */
  public PowerEffect named(String title) {
    Power other = new Power(power.id(), power.fieldId(), title, null, null);
    return new PowerEffect(other, kind, answerBefore, before, answerAfter, after, communes);
  }

  /** How the power fares. */
  public enum Kind {
    /** Nobody holds it any more. */
    LOST,
    /** Other bodies hold it. */
    MOVED,
    /** Nobody held it so far; somebody does then. */
    GAINED,
    /** A grant loses its basis; the register did not say who held the power before either. */
    UNCLEAR,
    /** The same bodies hold it on another basis. */
    STAYS,
    /** Its basis is amended: what changes has to be read. */
    TO_READ
  }
}

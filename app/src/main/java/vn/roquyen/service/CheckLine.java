package vn.roquyen.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.check.CheckAnswer;
import vn.roquyen.domain.check.Finding;

/**
 * One line of a work list: a finding with what a person needs to judge it.
 *
 * @param title name of the record it is about
 * @param opens id of the record to look at: a grant is looked at in its power; null when there is
 *     none to show
 * @param answer the answer that holds, or null
 * @param former an answer that was given on other facts: the finding came back; or null
 * @param here true when it concerns the commune from which the list is seen
 */
public record CheckLine(
    Finding finding,
    String title,
    @Nullable String opens,
    List<Field> fields,
    List<Instrument> instruments,
    @Nullable CheckAnswer answer,
    @Nullable CheckAnswer former,
    boolean here) {

  /** Whether somebody still has to look. */
  public boolean isOpen() {
    return answer == null;
  }
}

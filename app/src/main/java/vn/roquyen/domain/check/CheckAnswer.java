package vn.roquyen.domain.check;

import java.time.LocalDate;
import vn.roquyen.domain.WarningCode;

/**
 * Somebody looked at a finding and says that it is as it should be. The answer holds while the
 * facts are those that were looked at.
 *
 * @param unit code of the unit that answered
 * @param facts digest of the facts, as in {@link Finding#facts}
 */
public record CheckAnswer(
    String id,
    String unit,
    WarningCode code,
    String subjectId,
    String facts,
    String reason,
    String author,
    LocalDate answeredOn) {

  /** True when it was given on just these facts. */
  public boolean holdsFor(Finding finding) {
    return isAbout(finding) && facts.equals(finding.facts());
  }

  /** True when it was given on the same question, perhaps on other facts. */
  public boolean isAbout(Finding finding) {
    return code == finding.warning().code() && subjectId.equals(finding.warning().subjectId());
  }
}

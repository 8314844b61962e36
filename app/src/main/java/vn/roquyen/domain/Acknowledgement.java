package vn.roquyen.domain;

import java.time.LocalDate;

/**
 * A commune confirms that it knows a grant and takes it on. It holds while the grant is what was
 * confirmed: one that is changed or ends is to be confirmed anew.
 *
 * @param unit code of the commune
 * @param facts digest of the state that was confirmed, as in {@link GrantState}
 * @param appointed who exercises the power in this commune
 * @param author who confirmed
 */
public record Acknowledgement(
    String id,
    String unit,
    String grantId,
    String facts,
    String appointed,
    String author,
    LocalDate on) {

  /** True when just this state was confirmed. */
  public boolean holdsFor(GrantState state) {
    return grantId.equals(state.grant().id()) && facts.equals(state.facts());
  }
}

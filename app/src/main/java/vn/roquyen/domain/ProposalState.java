package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** Where a change stands that has no effect without a second publisher's key. */
public enum ProposalState {
  PENDING,
  RETURNED,
  APPROVED,
  REJECTED,
  WITHDRAWN;

  /**
   * The state that follows from the decisions.
   *
   * @param approved true when any decision approved: what is published is only changed by a new
   *     change, also when another publisher decided otherwise at the same time
   */
  public static ProposalState of(boolean approved, @Nullable ApprovalVerdict verdict) {
    if (approved) {
      return APPROVED;
    }
    return verdict == null ? PENDING : valueOf(verdict.name());
  }

  /** True while it may still be decided. */
  public boolean isOpen() {
    return this == PENDING || this == RETURNED;
  }
}

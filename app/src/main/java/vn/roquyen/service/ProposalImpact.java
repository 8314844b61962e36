package vn.roquyen.service;

import java.util.List;
import vn.roquyen.domain.impact.ProposalAnalysis;

/**
 * What a change does when it is approved.
 *
 * @param instruments what its repeals, amendments and expiries hit
 * @param grants what becomes of the powers whose grants it writes
 */
public record ProposalImpact(List<InstrumentImpact> instruments, ProposalAnalysis.Effects grants) {

  /** True when it neither ends an instrument nor writes a grant. */
  public boolean isEmpty() {
    return instruments.isEmpty() && grants.powers().isEmpty();
  }
}

package vn.roquyen.service;

import java.util.List;
import java.util.Map;
import vn.roquyen.domain.impact.PowerEffect;
import vn.roquyen.domain.impact.ProposalAnalysis;

/**
 * What a change does when it counts.
 *
 * @param instruments what its repeals, amendments and expiries hit
 * @param grants what becomes of the powers whose grants it writes
 * @param forms of the procedures whose grants it writes
 * @param passings what the grants pass on whose chain breaks, by id of the grant
 */
public record ProposalImpact(
    List<InstrumentImpact> instruments,
    ProposalAnalysis.Effects grants,
    List<String> forms,
    Map<String, InstrumentImpact.Passing> passings) {

  /** True when it neither ends an instrument nor writes a grant. */
  public boolean isEmpty() {
    return instruments.isEmpty() && grants.powers().isEmpty();
  }

  /** True when something is no longer as it was. */
  public boolean isHit() {
    return !instruments.isEmpty()
        || !grants.broken().isEmpty()
        || grants.powers().stream().anyMatch(effect -> effect.kind() != PowerEffect.Kind.STAYS);
  }
}

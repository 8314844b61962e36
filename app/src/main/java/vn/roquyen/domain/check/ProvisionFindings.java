package vn.roquyen.domain.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;

/**
 * What the records of provisions let somebody ask: one without its instrument, one entered twice.
 */
final class ProvisionFindings {
  private final Register register;

  ProvisionFindings(Register register) {
    this.register = register;
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    Map<List<Object>, Provision> first = new HashMap<>();
    for (Provision provision : register.provisions().values()) {
      Instrument instrument = register.instrument(provision.instrumentId());
      if (instrument == null) {
        findings.add(
            finding(
                provision,
                WarningCode.PROVISION_INSTRUMENT_MISSING,
                provision.citation().text(),
                provision.instrumentId()));
        continue;
      }
      List<Object> place = List.of(provision.instrumentId(), provision.citation());
      Provision earlier = first.putIfAbsent(place, provision);
      if (earlier != null) {
        findings.add(
            finding(
                provision,
                WarningCode.PROVISION_REPEATED,
                provision.citation().in(instrument),
                earlier.id()));
      }
    }
    return findings;
  }

  private Finding finding(Provision provision, WarningCode code, String... arguments) {
    List<Grant> grants =
        register.grantsByPower().values().stream()
            .flatMap(List::stream)
            .filter(grant -> provision.id().equals(grant.provisionId()))
            .toList();
    Concern concern =
        new Concern(
            Concerns.of(grants, register).fieldIds(),
            Set.of(provision.instrumentId()),
            grants,
            false);
    return new Finding(
        new Warning(code, provision.id(), arguments),
        concern,
        Facts.of(code, arguments, provision.instrumentId(), provision.citation().text()));
  }
}

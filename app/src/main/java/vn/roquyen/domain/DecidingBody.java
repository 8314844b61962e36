package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence.Holder;

/**
 * Who decides a procedure that no grant names, read from the names that the national catalogue
 * gives: the deciding authority, the agency that carries it out, or, where both are empty, the body
 * of the steps. The portal's level tags alone never make the commune competent, because local
 * branches of tax, customs or social insurance bear the tag of the commune.
 */
final class DecidingBody {
  private final Procedure procedure;
  private final List<Holder> holders = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private boolean vague;
  private @Nullable String abolished;

  private DecidingBody(Procedure procedure) {
    this.procedure = procedure;
  }

  static DecidingBody of(Procedure procedure, NamedBodies bodies) {
    List<BodyName> deciding = bodies.in(procedure.authority());
    List<BodyName> carrying = bodies.in(procedure.agency());
    if (deciding.isEmpty() && carrying.isEmpty()) {
      return ofSteps(procedure, bodies.in(procedure.decidingBody()));
    }
    boolean communeCarries = carrying.stream().anyMatch(BodyName::isCommune);
    boolean communeDecides = deciding.stream().anyMatch(BodyName::isCommune);
    List<BodyName> names = new ArrayList<>(deciding.isEmpty() ? carrying : deciding);
    boolean decidedElsewhere = communeCarries && !communeDecides && !deciding.isEmpty();
    if (decidedElsewhere) {
      names.addAll(carrying);
    }
    DecidingBody body = of(procedure, names);
    if (decidedElsewhere) {
      body.warn(WarningCode.DECIDED_ELSEWHERE, deciding.getFirst().text());
    }
    return body;
  }

  private static DecidingBody ofSteps(Procedure procedure, List<BodyName> read) {
    DecidingBody body = of(procedure, read);
    if (!read.isEmpty()) {
      body.warn(WarningCode.BODY_FROM_STEPS, read.getFirst().text());
    }
    return body;
  }

  private static DecidingBody of(Procedure procedure, List<BodyName> names) {
    Map<String, Holder> named = new LinkedHashMap<>();
    DecidingBody body = new DecidingBody(procedure);
    for (BodyName name : names) {
      if (name.vague()) {
        body.vague = true;
      } else if (name.abolished()) {
        body.abolished = name.text();
      } else {
        named.putIfAbsent(name.text(), new Holder(null, name.text(), name.level()));
      }
    }
    body.holders.addAll(named.values());
    body.holders.sort(Comparator.comparing(holder -> !isCommune(holder)));
    return body;
  }

  Competence competence() {
    boolean here = holders.stream().anyMatch(DecidingBody::isCommune);
    boolean unclear = holders.isEmpty() || vague;
    if (!here && unclear && isAboveCommune()) {
      unclear = false;
      warn(WarningCode.BODY_FROM_LEVEL);
      if (holders.isEmpty()) {
        holders.add(tier());
      }
    }
    Answer answer = Answer.COMMUNE;
    if (!here) {
      // A vague name beside others may mean the commune: that is no clear "no".
      answer = unclear ? Answer.UNDETERMINED : Answer.NOT_COMMUNE;
      explain(unclear);
    }
    if (procedure.snapshot() != null) {
      warn(WarningCode.SNAPSHOT, procedure.snapshot());
    }
    warnings.sort(Comparator.comparing((Warning warning) -> warning.code().severity()));
    return new Competence(
        answer, List.copyOf(holders), List.of(), List.copyOf(warnings), SixClears.NONE);
  }

  private void explain(boolean unclear) {
    if (unclear && vague) {
      warn(WarningCode.DECIDING_BODY_VAGUE);
    } else if (unclear && abolished != null) {
      warn(WarningCode.DECIDING_BODY_ABOLISHED, abolished);
    } else if (unclear) {
      warn(WarningCode.DECIDING_BODY_MISSING);
    } else if (procedure.levels().contains("xa")) {
      warn(WarningCode.LOCAL_BRANCH, holders.getFirst().name());
    }
  }

  /** True when the catalogue places the procedure on the central or provincial tier only. */
  private boolean isAboveCommune() {
    return !procedure.levels().isEmpty() && Set.of("bo", "tinh").containsAll(procedure.levels());
  }

  private Holder tier() {
    if (procedure.levels().size() > 1) {
      return new Holder(null, "Cơ quan cấp trung ương hoặc cấp tỉnh", null);
    }
    return procedure.levels().contains("bo")
        ? new Holder(null, "Cơ quan cấp trung ương", Level.CENTRAL)
        : new Holder(null, "Cơ quan cấp tỉnh", Level.PROVINCE);
  }

  private void warn(WarningCode code, String... arguments) {
    warnings.add(new Warning(code, procedure.code(), arguments));
  }

  private static boolean isCommune(Holder holder) {
    return holder.level() != null && holder.level().isCommune();
  }
}

package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.impact.PowerEffect;
import vn.roquyen.domain.impact.ProposalAnalysis;
import vn.roquyen.service.InstrumentImpact;
import vn.roquyen.service.ProposalImpact;

/** What an event does to an instrument, as scripts read it. */
record ImpactObject(InstrumentImpact impact) {
  Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("instrument", impact.instrument().id());
    object.put("number", impact.instrument().number());
    object.put("title", impact.instrument().title());
    object.put("known", impact.known());
    Citation part = impact.register().part();
    object.put("provision", part == null ? null : part.text());
    object.put("event", impact.register().event());
    object.put("on", impact.register().on());
    object.put("statusBefore", impact.register().statusBefore());
    object.put("statusAfter", impact.register().statusAfter());
    object.put(
        "relations",
        impact.acts().stream()
            .map(
                act ->
                    object(
                        "relation", act.kind(),
                        "outgoing", act.outgoing(),
                        "provision", act.part(),
                        "id", act.other().id(),
                        "number", act.other().number()))
            .toList());
    register(object);
    object.put("communes", impact.communes().stream().map(unit -> unit.code()).toList());
    catalogue(object);
    told(object);
    return object;
  }

  private void catalogue(Map<String, @Nullable Object> object) {
    object.put(
        "procedures",
        impact.procedures().stream()
            .map(
                hit ->
                    object(
                        "code", hit.code(),
                        "name", hit.name(),
                        "communeDecides", hit.communeDecides()))
            .toList());
    object.put("forms", impact.forms());
  }

  private void told(Map<String, @Nullable Object> object) {
    object.put(
        "difficulties",
        impact.told().stream()
            .map(
                told ->
                    object(
                        "id", told.id(),
                        "title", told.title(),
                        "text", told.description(),
                        "affected", told.affected()))
            .toList());
    object.put(
        "figures",
        impact.figures().stream()
            .map(
                figure ->
                    object(
                        "id", figure.id(),
                        "subject", figure.subject(),
                        "value", figure.amount(),
                        "unit", figure.unit()))
            .toList());
  }

  private void register(Map<String, @Nullable Object> object) {
    var found = impact.register();
    object.put("powers", found.powers().stream().map(ImpactObject::power).toList());
    object.put("grants", found.grants().stream().map(grant -> grant.id()).toList());
    object.put("grantsToRead", found.toRead().stream().map(grant -> grant.id()).toList());
    object.put("grantsStaying", found.staying().stream().map(grant -> grant.id()).toList());
    object.put("provisions", provisions());
    object.put("brokenChains", found.broken().stream().map(grant -> grant.id()).toList());
    object.put("persons", found.persons().stream().map(body -> body.name()).toList());
  }

  /** What a change does that is not recorded yet. */
  static Map<String, @Nullable Object> of(ProposalImpact impact) {
    ProposalAnalysis.Effects grants = impact.grants();
    return object(
        "instruments",
            impact.instruments().stream().map(one -> new ImpactObject(one).map()).toList(),
        "powers", grants.powers().stream().map(ImpactObject::power).toList(),
        "brokenChains", grants.broken().stream().map(grant -> grant.id()).toList(),
        "forms", impact.forms(),
        "communes", grants.communes().stream().map(unit -> unit.code()).toList(),
        "persons", grants.persons().stream().map(body -> body.name()).toList());
  }

  private static Map<String, @Nullable Object> power(PowerEffect effect) {
    return object(
        "id", effect.power().id(),
        "title", effect.power().title(),
        "effect", effect.kind(),
        "before", effect.answerBefore(),
        "holdersBefore", effect.before().stream().map(holder -> holder.name()).toList(),
        "after", effect.answerAfter(),
        "holdersAfter", effect.after().stream().map(holder -> holder.name()).toList(),
        "communes", effect.communes());
  }

  /** Which part of the instrument each grant rests on, where that is stated. */
  private Map<String, String> provisions() {
    Map<String, String> provisions = new TreeMap<>();
    impact
        .passings()
        .forEach(
            (grant, passing) -> {
              if (passing.provision() != null) {
                provisions.put(grant, passing.provision());
              }
            });
    return provisions;
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      object.put(String.valueOf(pairs[at]), pairs[at + 1]);
    }
    return object;
  }
}

package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.BodyKind;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantState;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RelationKind;
import vn.roquyen.domain.impact.PowerEffect.Kind;

/**
 * What a change does before it counts: which instruments it ends or amends, and who holds the
 * powers whose grants it writes, before and after. Compared in memory, on the day from which it has
 * effect.
 */
public final class ProposalAnalysis {
  private final Register before;
  private final Register after;
  private final List<Operation> operations;
  private final LocalDate today;

  /**
   * An instrument that ends or is amended, and the first day of that.
   *
   * @param part the provision that it happens to; null for the whole
   */
  public record Hit(String instrument, @Nullable Citation part, Event event, LocalDate on) {}

  /**
   * What becomes of the powers whose grants are written.
   *
   * @param broken grants by others that passed on what is lost
   * @param communes in which an answer changes
   * @param persons heads of bodies that win or lose a grant
   */
  public record Effects(
      List<PowerEffect> powers, List<Grant> broken, List<Commune> communes, List<Body> persons) {}

  public ProposalAnalysis(Register register, List<Operation> operations, LocalDate today) {
    this.before = register;
    this.after = ProposedRegister.of(register, operations);
    this.operations = List.copyOf(operations);
    this.today = today;
  }

  /** The instruments of the register that the change ends or amends, each once. */
  public List<Hit> instruments() {
    Map<List<@Nullable Object>, Hit> hits = new LinkedHashMap<>();
    for (Operation operation : operations) {
      Hit hit = operation.entity() == Entity.INSTRUMENT ? ofInstrument(operation) : null;
      if (hit != null) {
        hits.putIfAbsent(Arrays.asList(hit.instrument(), hit.part()), hit);
      }
    }
    for (InstrumentRelation relation : after.relations()) {
      RelationKind kind = relation.relation();
      if (kind.effect() != null && before.instrument(relation.toId()) != null && !holds(relation)) {
        Instrument from = after.instrument(relation.fromId());
        LocalDate starts = from == null ? null : from.startsOn();
        Event event = kind == RelationKind.AMENDS ? Event.AMENDMENT : Event.REPEAL;
        Provision named = after.provision(relation.provisionId());
        Citation part = named == null ? null : named.citation();
        hits.putIfAbsent(
            Arrays.asList(relation.toId(), part),
            new Hit(relation.toId(), part, event, Objects.requireNonNullElse(starts, today)));
      }
    }
    return List.copyOf(hits.values());
  }

  private boolean holds(InstrumentRelation relation) {
    return before.relations().stream()
        .anyMatch(
            one ->
                one.fromId().equals(relation.fromId())
                    && one.toId().equals(relation.toId())
                    && one.relation() == relation.relation()
                    && Objects.equals(one.provisionId(), relation.provisionId()));
  }

  private @Nullable Hit ofInstrument(Operation operation) {
    String id = operation.key();
    Instrument was = before.instrument(id);
    Instrument is = after.instrument(id);
    if (was == null) {
      return null;
    }
    if (is == null) {
      return new Hit(id, null, Event.REPEAL, today);
    }
    LocalDate last = is.effectiveTo();
    if (last != null && !last.equals(was.effectiveTo())) {
      return new Hit(id, null, Event.EXPIRY, last.plusDays(1));
    }
    if (is.status() == was.status()) {
      return null;
    }
    return switch (is.status()) {
      case EXPIRED, SUSPENDED -> new Hit(id, null, Event.REPEAL, today);
      case PARTLY_EXPIRED -> new Hit(id, null, Event.AMENDMENT, today);
      case IN_FORCE, NOT_YET_IN_FORCE, UNKNOWN -> null;
    };
  }

  /** Who holds the powers whose grants the change writes. */
  public Effects effects() {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    Set<Body> persons = new LinkedHashSet<>();
    Map<String, Grant> was = byId(before);
    Map<String, Grant> is = byId(after);
    for (Operation operation : operations) {
      if (operation.entity() == Entity.GRANT) {
        for (Map<String, Grant> each : List.of(was, is)) {
          Grant grant = each.get(operation.key());
          if (grant != null) {
            days.merge(grant.powerId(), day(grant), (one, two) -> one.isAfter(two) ? one : two);
            person(grant, persons);
          }
        }
      }
    }
    Set<Commune> communes = new LinkedHashSet<>();
    List<PowerEffect> powers = new ArrayList<>();
    CompetenceResolver then = new CompetenceResolver(before);
    CompetenceResolver now = new CompetenceResolver(after);
    days.forEach((power, day) -> powers.add(effect(power, day, then, now, communes)));
    return new Effects(
        List.copyOf(powers),
        BrokenChains.of(before, after, lost(was, is)),
        List.copyOf(communes),
        List.copyOf(persons));
  }

  /** Grants that are taken out, or that now end earlier. */
  private Set<String> lost(Map<String, Grant> was, Map<String, Grant> is) {
    Set<String> lost = new LinkedHashSet<>();
    for (Operation operation : operations) {
      Grant before = operation.entity() == Entity.GRANT ? was.get(operation.key()) : null;
      Grant after = is.get(operation.key());
      if (before != null && (after == null || endsEarlier(before, after))) {
        lost.add(before.id());
      }
    }
    return lost;
  }

  private static boolean endsEarlier(Grant before, Grant after) {
    LocalDate last = after.validTo();
    return last != null && (before.validTo() == null || last.isBefore(before.validTo()));
  }

  private static Map<String, Grant> byId(Register register) {
    Map<String, Grant> grants = new HashMap<>();
    register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .forEach(grant -> grants.put(grant.id(), grant));
    return grants;
  }

  private void person(Grant grant, Set<Body> persons) {
    Body grantee = after.body(grant.granteeId());
    if (grantee != null && grantee.kind() == BodyKind.HEAD) {
      persons.add(grantee);
    }
  }

  /** The day from which the grant counts, but not before today. */
  private LocalDate day(Grant grant) {
    LocalDate starts = GrantState.firstDay(grant, after);
    return starts == null || starts.isBefore(today) ? today : starts;
  }

  private PowerEffect effect(
      String id,
      LocalDate day,
      CompetenceResolver then,
      CompetenceResolver now,
      Set<Commune> communes) {
    Power power = after.powers().get(id);
    Power named = power == null ? new Power(id, null, id, null, null) : power;
    PowerEffect shown =
        new PowerEffect(
            named, Kind.UNCLEAR, Answer.UNDETERMINED, List.of(), Answer.UNDETERMINED, List.of(), 0);
    int changed = 0;
    // Who holds the power in a commune follows from the grants that cover it alone.
    Map<List<Grant>, List<Competence>> known = new HashMap<>();
    for (Commune unit : before.communes().values()) {
      List<Competence> both =
          known.computeIfAbsent(
              covering(id, unit),
              any -> List.of(then.ofPower(id, unit, day), now.ofPower(id, unit, day)));
      Competence was = both.getFirst();
      Competence is = both.getLast();
      if (!was.holders().equals(is.holders())) {
        changed++;
        communes.add(unit);
      }
      if (shown.communes() == 0) {
        shown =
            new PowerEffect(
                named,
                kind(was, is),
                was.answer(),
                was.holders(),
                is.answer(),
                is.holders(),
                changed);
      }
    }
    return new PowerEffect(
        named,
        shown.kind(),
        shown.answerBefore(),
        shown.before(),
        shown.answerAfter(),
        shown.after(),
        changed);
  }

  private List<Grant> covering(String power, Commune unit) {
    return Stream.of(before, after)
        .flatMap(register -> register.grantsOf(power).stream())
        .filter(grant -> grant.covers(unit))
        .toList();
  }

  private static Kind kind(Competence was, Competence is) {
    if (was.holders().isEmpty()) {
      return is.holders().isEmpty() ? Kind.UNCLEAR : Kind.GAINED;
    }
    if (is.holders().isEmpty()) {
      return Kind.LOST;
    }
    return was.holders().equals(is.holders()) ? Kind.STAYS : Kind.MOVED;
  }
}

package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.Competence.Link;

/**
 * The brain of the product: who is competent, in a commune on a date, and why. Pure: it reads the
 * register it was given and nothing else. What the register does not say is said to be unknown,
 * never guessed.
 */
public final class CompetenceResolver {
  private final Register register;
  private final GrantChecks checks;
  private final NamedBodies bodies;

  public CompetenceResolver(Register register) {
    this(register, new NamedBodies());
  }

  private CompetenceResolver(Register register, NamedBodies bodies) {
    this.register = register;
    this.checks = new GrantChecks(register);
    this.bodies = bodies;
  }

  /** One over another register, which shares what was read of the names of bodies. */
  public CompetenceResolver over(Register other) {
    return new CompetenceResolver(other, bodies);
  }

  /** Who holds the power; an unknown power has no grant and is undetermined. */
  public Competence ofPower(String powerId, Commune unit, LocalDate date) {
    List<Grant> grants = register.grantsOf(powerId);
    if (grants.isEmpty()) {
      Warning none = new Warning(WarningCode.NO_GRANT, powerId);
      return new Competence(
          Answer.UNDETERMINED, List.of(), List.of(), List.of(none), SixClears.NONE);
    }
    return ofGrants(powerId, grants, unit, date);
  }

  /** Who decides the procedure: by a grant that names it, else by its own deciding body. */
  public Competence ofProcedure(Procedure procedure, Commune unit, LocalDate date) {
    List<Grant> grants = register.grantsOf(procedure.code());
    return grants.isEmpty()
        ? DecidingBody.of(procedure, bodies).competence()
        : ofGrants(procedure.code(), grants, unit, date);
  }

  private Competence ofGrants(String powerId, List<Grant> grants, Commune unit, LocalDate date) {
    List<Warning> warnings = new ArrayList<>();
    List<Link> chain = new ArrayList<>();
    List<Grant> inForce = new ArrayList<>();
    for (Grant grant : GrantChain.inOrder(grants)) {
      List<Warning> found = checks.of(grant, unit, date);
      boolean counts = checks.inForce(grant, unit, date);
      if (counts) {
        inForce.add(grant);
      }
      warnings.addAll(found);
      chain.add(link(grant, date, counts));
    }
    warnings.addAll(checks.between(powerId, inForce));
    List<Holder> holders = holders(inForce, warnings, powerId);
    warnings.sort(Comparator.comparing((Warning warning) -> warning.code().severity()));
    return new Competence(
        answer(holders), holders, List.copyOf(chain), distinct(warnings), clears(inForce, grants));
  }

  private List<Holder> holders(List<Grant> inForce, List<Warning> warnings, String powerId) {
    if (GrantChain.isCyclic(inForce)) {
      warnings.add(new Warning(WarningCode.CHAIN_BROKEN, powerId));
      return List.of();
    }
    List<Holder> holders = new ArrayList<>();
    for (String bodyId : GrantChain.lastGrantees(inForce)) {
      Body body = register.body(bodyId);
      if (body == null) {
        warnings.add(new Warning(WarningCode.CHAIN_BROKEN, powerId, bodyId));
      } else {
        holders.add(new Holder(body.id(), body.name(), body.level()));
      }
    }
    holders.sort(Comparator.comparing((Holder holder) -> !holder.isCommune()));
    return List.copyOf(holders);
  }

  private static Answer answer(List<Holder> holders) {
    if (holders.isEmpty()) {
      return Answer.UNDETERMINED;
    }
    return holders.stream().anyMatch(Holder::isCommune) ? Answer.COMMUNE : Answer.NOT_COMMUNE;
  }

  private Link link(Grant grant, LocalDate date, boolean counts) {
    Instrument instrument = register.instrument(grant.instrumentId());
    return new Link(
        grant.id(),
        grant.mode(),
        name(grant.grantorId()),
        name(grant.granteeId()),
        grant.instrumentId(),
        instrument == null ? null : instrument.label(),
        register.citationOf(grant),
        register.basisOn(grant, date),
        counts);
  }

  private @Nullable String name(@Nullable String bodyId) {
    Body body = register.body(bodyId);
    return body == null ? bodyId : body.name();
  }

  /** The six clears of the grant that decides: the first in force, else the first. */
  private static SixClears clears(List<Grant> inForce, List<Grant> all) {
    return (inForce.isEmpty() ? all : inForce).getLast().sixClears();
  }

  private static List<Warning> distinct(List<Warning> warnings) {
    Set<Warning> once = new LinkedHashSet<>(warnings);
    return List.copyOf(once);
  }
}

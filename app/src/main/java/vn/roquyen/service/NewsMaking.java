package vn.roquyen.service;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Acknowledgement;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantChecks;
import vn.roquyen.domain.GrantState;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.domain.impact.Difference.Subject;
import vn.roquyen.service.DifferenceService.Listed;
import vn.roquyen.service.NewsItem.Kind;
import vn.roquyen.service.NewsItem.Todo;
import vn.roquyen.service.NewsService.Period;

/** A list of what changed that is being made, for one unit and two days. */
final class NewsMaking {
  private final VietnameseOrder alphabet = new VietnameseOrder();
  private final Commune unit;
  private final Period period;
  private final TimeMachine.Answers then;
  private final TimeMachine.Answers now;
  private final Register register;
  private final Map<String, Acknowledgement> confirmed;
  private final List<NewsItem> items = new ArrayList<>();

  /** Who decides the procedures that differ and name a grant, read together. */
  private Map<String, Competence> decidedThen = Map.of();

  private Map<String, Competence> decidedNow = Map.of();

  /**
   * @param confirmed what the unit confirmed, by grant
   */
  NewsMaking(
      Commune unit,
      Period period,
      TimeMachine.Answers then,
      TimeMachine.Answers now,
      Map<String, Acknowledgement> confirmed) {
    this.unit = unit;
    this.period = period;
    this.then = then;
    this.now = now;
    this.register = now.registers().current();
    this.confirmed = confirmed;
  }

  /** What differs between the two days. */
  void differ(DifferenceService differences) {
    Decided before = new Decided(then.registers().snapshot(), unit, period.from());
    Decided after = new Decided(now.registers().snapshot(), unit, period.to());
    List<Listed> found =
        differences.listed(
            period.axis(),
            period.from(),
            period.to(),
            unit,
            row -> before.here(row.before()) || after.here(row.after()));
    Set<String> granted = new LinkedHashSet<>();
    found.stream()
        .map(Listed::difference)
        .filter(one -> one.subject() == Subject.GRANT)
        .map(Difference::about)
        .filter(about -> !register.powers().containsKey(about))
        .forEach(granted::add);
    decidedThen = then.competence().ofProcedures(granted, unit, period.from());
    decidedNow = now.competence().ofProcedures(granted, unit, period.to());
    for (Listed listed : found) {
      Difference one = listed.difference();
      switch (one.subject()) {
        case GRANT, POWER -> items.add(ofPower(one, before(one), after(one)));
        case PROCEDURE ->
            items.add(ofPower(one, before.of(listed.before()), after.of(listed.after())));
        case INSTRUMENT -> items.add(ofInstrument(one));
        // What these do is seen at the instruments and grants.
        case RELATION, PROVISION, BODY, FIELD -> {}
      }
    }
  }

  private NewsItem ofPower(
      Difference one, @Nullable Competence before, @Nullable Competence after) {
    Grant grant = grant(one);
    boolean isFor = grant != null && GrantState.isFor(grant, unit, register);
    boolean here = isFor || Decided.isCommunes(before) || Decided.isCommunes(after);
    Acknowledgement given = grant == null ? null : confirmed(grant);
    Kind kind = Kind.of(one.kind());
    return new NewsItem(
        kind,
        one.subject(),
        one.id(),
        one.about(),
        register.powers().containsKey(one.about()) ? register.titleOf(one.about()) : one.title(),
        one,
        before,
        after,
        one.basis(),
        day(one, grant),
        todo(kind, here, given != null),
        given,
        isFor && given == null,
        here);
  }

  private @Nullable Competence before(Difference one) {
    Competence decided = decidedThen.get(one.about());
    return decided != null ? decided : who(one.about(), then, period.from());
  }

  private @Nullable Competence after(Difference one) {
    Competence decided = decidedNow.get(one.about());
    Grant grant = grant(one);
    LocalDate day = grant == null ? period.to() : firstDay(grant, period.to());
    return decided != null ? decided : who(one.about(), now, day);
  }

  private NewsItem ofInstrument(Difference one) {
    boolean here =
        register.grantsByPower().values().stream()
            .flatMap(List::stream)
            .filter(grant -> one.id().equals(grant.instrumentId()))
            .anyMatch(grant -> GrantState.isFor(grant, unit, register));
    return new NewsItem(
        Kind.of(one.kind()),
        one.subject(),
        one.id(),
        one.about(),
        instrumentTitle(one),
        one,
        null,
        null,
        one.title(),
        day(one, null),
        Todo.KNOW,
        null,
        false,
        here);
  }

  private String instrumentTitle(Difference one) {
    Instrument instrument = register.instrument(one.id());
    return instrument == null || instrument.number() == null
        ? one.title()
        : instrument.number() + " – " + instrument.title();
  }

  /** What ends soon, and what the unit has not confirmed yet. */
  void endingAndOpen(LocalDate today) {
    Set<String> told = new HashSet<>();
    items.stream().filter(NewsItem::asks).map(NewsItem::id).forEach(told::add);
    for (List<Grant> grants : register.grantsByPower().values()) {
      for (Grant grant : grants) {
        GrantState state = GrantState.of(grant, register, today);
        boolean isFor = GrantState.isFor(grant, unit, register);
        LocalDate last = GrantState.lastDay(grant, register);
        if (isFor && !state.isOver() && endsSoon(last, today)) {
          items.add(standing(Kind.EXPIRING, grant, last, false, today));
        }
        boolean asks = isFor && confirmed(grant) == null;
        boolean known = !state.isOver() || confirmed.containsKey(grant.id());
        if (asks && known && told.add(grant.id())) {
          items.add(standing(state.isOver() ? Kind.ENDED : Kind.OPEN, grant, last, true, today));
        }
      }
    }
  }

  private NewsItem standing(
      Kind kind, Grant grant, @Nullable LocalDate last, boolean asks, LocalDate today) {
    Competence competence = who(grant.powerId(), now, firstDay(grant, today));
    Instrument basis = register.instrument(grant.instrumentId());
    return new NewsItem(
        kind,
        Subject.GRANT,
        grant.id(),
        grant.powerId(),
        register.titleOf(grant.powerId()),
        null,
        competence,
        competence,
        basis == null ? null : basis.label(),
        kind == Kind.OPEN ? GrantState.firstDay(grant, register) : last,
        todo(kind, true, false),
        confirmed(grant),
        asks,
        true);
  }

  /** The confirmation of what the grant is on the second day. */
  private @Nullable Acknowledgement confirmed(Grant grant) {
    Acknowledgement given = confirmed.get(grant.id());
    GrantState state = GrantState.of(grant, register, period.to());
    return given != null && given.holdsFor(state) ? given : null;
  }

  private @Nullable Grant grant(Difference one) {
    return register.grantsOf(one.about()).stream()
        .filter(grant -> one.subject() == Subject.GRANT && grant.id().equals(one.id()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Competence who(String id, TimeMachine.Answers answers, LocalDate day) {
    try {
      return answers.competence().who(id, unit, day);
    } catch (Fault fault) {
      if (fault.code() == FaultCode.RECORD_UNKNOWN) {
        return null;
      }
      throw fault;
    }
  }

  private @Nullable LocalDate day(Difference one, @Nullable Grant grant) {
    List<String> arguments = one.reason().arguments();
    LocalDate named = arguments.isEmpty() ? null : date(arguments.getLast());
    if (named != null) {
      return switch (one.reason().why()) {
        case TERM_OVER, GRANT_ENDS -> named.plusDays(1);
        default -> named;
      };
    }
    LocalDate begins = one.kind() == Difference.Kind.NEW ? begins(one, grant) : null;
    return begins == null && !one.causes().isEmpty() ? one.causes().getLast().on() : begins;
  }

  private @Nullable LocalDate begins(Difference one, @Nullable Grant grant) {
    Instrument instrument = register.instrument(one.id());
    if (grant != null) {
      return GrantState.firstDay(grant, register);
    }
    return one.subject() == Subject.INSTRUMENT && instrument != null ? instrument.startsOn() : null;
  }

  /** The day on which to ask who is competent: what begins later has made nobody so yet. */
  private LocalDate firstDay(Grant grant, LocalDate day) {
    LocalDate begins = GrantState.firstDay(grant, register);
    return begins != null && begins.isAfter(day) ? begins : day;
  }

  /** The most urgent first, each kind by its titles. */
  List<NewsItem> sorted() {
    List<NewsItem> named = alphabet.sorted(items, NewsItem::title);
    return named.stream().sorted(Comparator.comparing(NewsItem::kind)).toList();
  }

  private static Todo todo(Kind kind, boolean here, boolean confirmed) {
    if (!here) {
      return Todo.KNOW;
    }
    return switch (kind) {
      case ENDED -> Todo.STOP;
      case EXPIRING -> Todo.PREPARE;
      case CHANGED -> confirmed ? Todo.CONFIRMED : Todo.READ_AGAIN;
      case NEW, OPEN -> confirmed ? Todo.CONFIRMED : Todo.TAKE_ON;
    };
  }

  private static boolean endsSoon(@Nullable LocalDate last, LocalDate today) {
    return last != null
        && !last.isBefore(today)
        && !last.isAfter(today.plusDays(GrantChecks.ENDING_SOON_DAYS));
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(Objects.requireNonNull(text));
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }
}

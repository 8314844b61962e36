package vn.roquyen.service;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.CalendarDay;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.CompetenceResolver;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.domain.WorkingCalendar;
import vn.roquyen.persistence.RegisterRepository;

/** Keeps the small register in memory, with its resolver, until a change makes it old. */
public final class RegisterSource {
  /** A register, the resolver over it and the days on which offices work. */
  record Snapshot(Register register, CompetenceResolver resolver, Days days) {
    WorkingCalendar calendar() {
      return days.calendar();
    }
  }

  /** The days on which offices work, read when they are first asked for. */
  private static final class Days {
    private final Supplier<List<CalendarDay>> reader;
    private @Nullable WorkingCalendar calendar;

    Days(Supplier<List<CalendarDay>> reader) {
      this.reader = reader;
    }

    synchronized WorkingCalendar calendar() {
      WorkingCalendar known = calendar;
      if (known == null) {
        known = new WorkingCalendar(reader.get());
        calendar = known;
      }
      return known;
    }
  }

  private final Supplier<Snapshot> reader;
  private volatile @Nullable Snapshot snapshot;

  public RegisterSource(RegisterRepository repository, DataChanges changes) {
    this.reader =
        () -> {
          List<CalendarDay> days = repository.calendar();
          Register register = repository.load();
          return new Snapshot(register, new CompetenceResolver(register), new Days(() -> days));
        };
    changes.subscribe(change -> snapshot = null);
  }

  /** The register as it was at one time, beside the one of now. */
  RegisterSource(Register register, Supplier<List<CalendarDay>> days, RegisterSource now) {
    CompetenceResolver resolver = now.snapshot().resolver().over(register);
    Snapshot fixed = new Snapshot(register, resolver, new Days(days));
    this.reader = () -> fixed;
  }

  /** The register as it is now, or as it was at the time of this source. */
  public Register current() {
    return snapshot().register();
  }

  /** The names of its units. */
  public UnitNames units() {
    return UnitNames.of(current());
  }

  /** The days on which public offices work. */
  public WorkingCalendar calendar() {
    return snapshot().calendar();
  }

  Snapshot snapshot() {
    Snapshot current = snapshot;
    if (current == null) {
      current = reader.get();
      snapshot = current;
    }
    return current;
  }

  /**
   * The commune with that official code.
   *
   * @throws Fault UNIT_UNKNOWN
   */
  public Commune unit(String code) {
    Commune unit = current().communes().get(code);
    if (unit == null) {
      throw new Fault(FaultCode.UNIT_UNKNOWN, code);
    }
    return unit;
  }
}

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
import vn.roquyen.domain.WorkingCalendar;
import vn.roquyen.persistence.RegisterRepository;

/** Keeps the small register in memory, with its resolver, until a change makes it old. */
public final class RegisterSource {
  /** A register, the resolver over it and the days on which offices work. */
  record Snapshot(Register register, CompetenceResolver resolver, WorkingCalendar calendar) {}

  private final Supplier<Snapshot> reader;
  private volatile @Nullable Snapshot snapshot;

  public RegisterSource(RegisterRepository repository, DataChanges changes) {
    this.reader = () -> snapshot(repository.load(), repository.calendar());
    changes.subscribe(change -> snapshot = null);
  }

  /** The register as it was at one time. */
  RegisterSource(Register register, List<CalendarDay> calendar) {
    Snapshot fixed = snapshot(register, calendar);
    this.reader = () -> fixed;
  }

  /** The register as it is now, or as it was at the time of this source. */
  public Register current() {
    return snapshot().register();
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

  private static Snapshot snapshot(Register register, List<CalendarDay> calendar) {
    return new Snapshot(register, new CompetenceResolver(register), new WorkingCalendar(calendar));
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

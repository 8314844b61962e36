package vn.roquyen.service;

import org.jspecify.annotations.Nullable;
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

  private final RegisterRepository repository;
  private volatile @Nullable Snapshot snapshot;

  public RegisterSource(RegisterRepository repository, DataChanges changes) {
    this.repository = repository;
    changes.subscribe(change -> snapshot = null);
  }

  /** The register as it is now. */
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
      Register register = repository.load();
      current =
          new Snapshot(
              register,
              new CompetenceResolver(register),
              new WorkingCalendar(repository.calendar()));
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

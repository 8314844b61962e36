package vn.roquyen.service;

import java.util.List;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Power;

/**
 * One power as a commune sees it on a date.
 *
 * @param fields the field and those above it, topmost first; empty when the power has none
 * @param grants all grants of the power, in force or not
 * @param bases the instruments that the grants rest on, each once
 */
public record PowerAtUnit(
    Power power, List<Field> fields, List<Grant> grants, List<Basis> bases, Competence competence) {

  /** An instrument and its status on the date. */
  public record Basis(Instrument instrument, InstrumentStatus status) {}
}

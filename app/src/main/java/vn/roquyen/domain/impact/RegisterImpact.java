package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.List;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.InstrumentStatus;

/**
 * What the register loses when something happens to an instrument. Nothing is written: the two
 * states are compared in memory.
 *
 * @param on the first day after it
 * @param grants that rest on the instrument
 * @param broken grants by other instruments that passed on what is lost
 * @param powers of those grants, with what happens to them
 * @param communes in which an answer changes, or that hold one of the grants
 * @param persons heads of bodies that lose a grant
 */
public record RegisterImpact(
    Event event,
    LocalDate on,
    InstrumentStatus statusBefore,
    InstrumentStatus statusAfter,
    List<Grant> grants,
    List<Grant> broken,
    List<PowerEffect> powers,
    List<Commune> communes,
    List<Body> persons) {}

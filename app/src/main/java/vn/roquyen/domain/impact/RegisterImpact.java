package vn.roquyen.domain.impact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.InstrumentStatus;

/**
 * What the register loses when something happens to an instrument. Nothing is written: the two
 * states are compared in memory.
 *
 * @param part the provision that it happens to; null for the whole instrument
 * @param on the first day after it
 * @param grants that rest on the instrument, or on that provision
 * @param toRead grants by the instrument that do not say that they rest on another provision
 * @param staying grants by other provisions of the instrument, which stay valid
 * @param broken grants by other instruments that passed on what is lost
 * @param powers of those grants, with what happens to them
 * @param communes in which an answer changes, or that hold one of the grants
 * @param persons heads of bodies that lose a grant
 */
public record RegisterImpact(
    Event event,
    @Nullable Citation part,
    LocalDate on,
    InstrumentStatus statusBefore,
    InstrumentStatus statusAfter,
    List<Grant> grants,
    List<Grant> toRead,
    List<Grant> staying,
    List<Grant> broken,
    List<PowerEffect> powers,
    List<Commune> communes,
    List<Body> persons) {}

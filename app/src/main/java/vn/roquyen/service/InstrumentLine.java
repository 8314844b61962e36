package vn.roquyen.service;

import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.InstrumentStatus;

/**
 * One line of the list of instruments.
 *
 * @param issuer null when the register does not know it
 * @param status on the date asked for
 * @param grants how many grants name it as their basis
 */
public record InstrumentLine(
    Instrument instrument, @Nullable Body issuer, InstrumentStatus status, int grants) {}

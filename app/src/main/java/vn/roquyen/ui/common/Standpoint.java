package vn.roquyen.ui.common;

import java.time.LocalDate;
import vn.roquyen.domain.Commune;

/** From where the whole window looks at the register: a commune and a day. */
public record Standpoint(Commune unit, LocalDate date) {}

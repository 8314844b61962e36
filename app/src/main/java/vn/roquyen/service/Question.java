package vn.roquyen.service;

import java.time.LocalDate;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.SearchFilter;

/**
 * What a person asks the look-up.
 *
 * @param typing true while the last word may be unfinished
 */
public record Question(
    String text, boolean typing, SearchFilter filter, Commune unit, LocalDate date, int limit) {}

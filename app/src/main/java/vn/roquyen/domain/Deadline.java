package vn.roquyen.domain;

import java.time.LocalDate;

/**
 * The last day of a time limit.
 *
 * @param provisional true when days off of the time in between are not announced yet, so that the
 *     day may still move
 */
public record Deadline(LocalDate day, boolean provisional) {}

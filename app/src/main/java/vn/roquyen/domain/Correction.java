package vn.roquyen.domain;

import java.time.Instant;

/**
 * An edit of a row that waits for a second key, made after the row was put forward: the approval
 * takes it over.
 *
 * @param unit of who made it
 * @param author the name in his certificate
 */
public record Correction(String unit, String author, Instant written, RowEdit edit) {}

package vn.roquyen.service;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far what is answered reaches; papers say it.
 *
 * @param data reads the day up to which the data reach, or null
 * @param known the day at whose end the register answers as it did then; null for now
 */
public record Reach(Supplier<@Nullable LocalDate> data, @Nullable LocalDate known) {}

package vn.roquyen.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A figure that the report states. */
public record Statistic(
    String id,
    String subject,
    String amount,
    @Nullable String unit,
    @Nullable LocalDate asOf,
    @Nullable String sourceQuote) {}

package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** One power, duty or task. */
public record Power(
    String id,
    @Nullable String fieldId,
    String title,
    @Nullable String description,
    @Nullable String keywords) {}

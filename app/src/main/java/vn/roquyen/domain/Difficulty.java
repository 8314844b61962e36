package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** A difficulty that the report or a commune raises. */
public record Difficulty(
    String id,
    @Nullable String block,
    @Nullable String category,
    String title,
    @Nullable String description,
    @Nullable String affected,
    @Nullable String sourceQuote) {}

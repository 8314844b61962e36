package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** A proposal to a level of government. */
public record Proposal(
    String id,
    @Nullable String addressee,
    String title,
    @Nullable String description,
    @Nullable String sourceQuote) {}

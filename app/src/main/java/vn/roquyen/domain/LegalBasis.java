package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** A document that a procedure rests on, as the catalogue names it. */
public record LegalBasis(
    String number, @Nullable String title, @Nullable String issued, @Nullable String issuer) {}

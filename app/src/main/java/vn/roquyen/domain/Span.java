package vn.roquyen.domain;

/**
 * A stretch of a text to be highlighted: from {@code start} up to but not including {@code end}.
 */
public record Span(int start, int end) {}

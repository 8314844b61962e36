package vn.roquyen.domain;

import java.util.Set;

/**
 * The one notice after a commit: which revision the register now has and what kinds of row changed.
 */
public record DataChange(long revision, Set<Entity> entities) {}

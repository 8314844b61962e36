package vn.roquyen.ui.authority;

import vn.roquyen.domain.Field;

/**
 * A field of the tree with the number of powers in it and below it.
 *
 * @param depth 0 for the top of the tree
 */
public record FieldCount(Field field, int depth, int count) {}

/**
 * Records, enums and rules of the field: plain Java, no I/O. Names follow the product's glossary.
 */
@NullMarked
package vn.roquyen.domain;

import org.jspecify.annotations.NullMarked;

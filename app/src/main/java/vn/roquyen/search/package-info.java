/** The Lucene index: update, search, and which revision of the register it holds. */
@NullMarked
package vn.roquyen.search;

import org.jspecify.annotations.NullMarked;

/** The first start: who, where, with which data. */
@NullMarked
package vn.roquyen.ui.start;

import org.jspecify.annotations.NullMarked;

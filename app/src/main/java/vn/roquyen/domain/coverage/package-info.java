/** How far powers have come down to the communes, counted from the register on a date. */
@NullMarked
package vn.roquyen.domain.coverage;

import org.jspecify.annotations.NullMarked;

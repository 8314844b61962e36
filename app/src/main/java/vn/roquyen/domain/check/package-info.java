/** The checks of the whole register: they ask a person to look, they never judge. */
@NullMarked
package vn.roquyen.domain.check;

import org.jspecify.annotations.NullMarked;

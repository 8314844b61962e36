/** Parts that every screen is built from. */
@NullMarked
package vn.roquyen.ui.common;

import org.jspecify.annotations.NullMarked;

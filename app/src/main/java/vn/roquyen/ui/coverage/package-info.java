/** The screen Tình hình phân cấp: how far powers have come down, each figure with its list. */
@NullMarked
package vn.roquyen.ui.coverage;

import org.jspecify.annotations.NullMarked;

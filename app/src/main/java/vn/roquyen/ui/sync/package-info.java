/** The screen Đồng bộ: what waits, went, came, is held or refused, and what is to be decided. */
@NullMarked
package vn.roquyen.ui.sync;

import org.jspecify.annotations.NullMarked;

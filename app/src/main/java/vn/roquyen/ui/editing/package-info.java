/** The screen on which a publisher writes drafts and decides on what others put forward. */
@NullMarked
package vn.roquyen.ui.editing;

import org.jspecify.annotations.NullMarked;

/** The settings of one person on this machine. */
@NullMarked
package vn.roquyen.ui.settings;

import org.jspecify.annotations.NullMarked;

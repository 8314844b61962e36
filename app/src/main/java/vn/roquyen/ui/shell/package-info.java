/** The frame around the screens: rail, search box, date, status bar. */
@NullMarked
package vn.roquyen.ui.shell;

import org.jspecify.annotations.NullMarked;

/** The work lists of what the checks ask, and the answers to them. */
@NullMarked
package vn.roquyen.ui.checks;

import org.jspecify.annotations.NullMarked;

/** Looking up a matter: what was asked, what was found. */
@NullMarked
package vn.roquyen.ui.lookup;

import org.jspecify.annotations.NullMarked;

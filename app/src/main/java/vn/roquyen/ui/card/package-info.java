/** The answer card: everything that is said of one record, here and on one day. */
@NullMarked
package vn.roquyen.ui.card;

import org.jspecify.annotations.NullMarked;

/** What the end or the change of an instrument does, and what differs between two days. */
@NullMarked
package vn.roquyen.domain.impact;

import org.jspecify.annotations.NullMarked;

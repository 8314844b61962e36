/** What touches the machine: paths, locks, settings, texts. */
@NullMarked
package vn.roquyen.platform;

import org.jspecify.annotations.NullMarked;

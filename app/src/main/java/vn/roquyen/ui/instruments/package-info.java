/** The screen Văn bản: instruments, how they act on each other and what rests on them. */
@NullMarked
package vn.roquyen.ui.instruments;

import org.jspecify.annotations.NullMarked;

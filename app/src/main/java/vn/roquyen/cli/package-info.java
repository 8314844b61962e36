/** The command line: one picocli command a class; calls services only. */
@NullMarked
package vn.roquyen.cli;

import org.jspecify.annotations.NullMarked;

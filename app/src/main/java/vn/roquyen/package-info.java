/** The program: its start and the one class that wires it. */
@NullMarked
package vn.roquyen;

import org.jspecify.annotations.NullMarked;

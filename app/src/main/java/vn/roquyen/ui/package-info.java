/** The window: one package a screen, on the parts of {@code ui.common}. */
@NullMarked
package vn.roquyen.ui;

import org.jspecify.annotations.NullMarked;

/** The screen Thủ tục: the catalogue of procedures, narrowed step by step. */
@NullMarked
package vn.roquyen.ui.procedures;

import org.jspecify.annotations.NullMarked;

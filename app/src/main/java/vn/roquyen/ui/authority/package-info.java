/** The screen Thẩm quyền của xã: every power of the register as the commune sees it. */
@NullMarked
package vn.roquyen.ui.authority;

import org.jspecify.annotations.NullMarked;

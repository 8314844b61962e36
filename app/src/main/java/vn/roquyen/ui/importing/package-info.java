/** Taking data from files, as the first start and the settings show it. */
@NullMarked
package vn.roquyen.ui.importing;

import org.jspecify.annotations.NullMarked;

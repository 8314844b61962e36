/** What changed for the unit, two days compared, and who confirmed what. */
@NullMarked
package vn.roquyen.ui.news;

import org.jspecify.annotations.NullMarked;

/** Spreadsheets and catalogues in and out: files become rows of the domain, one at a time. */
@NullMarked
package vn.roquyen.exchange;

import org.jspecify.annotations.NullMarked;

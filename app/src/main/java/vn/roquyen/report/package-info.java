/** Printed papers: one class a form. Knows what is to be printed, not where it comes from. */
@NullMarked
package vn.roquyen.report;

import org.jspecify.annotations.NullMarked;

/** What a publisher is writing before it is signed: rows as typed, with undo and redo. */
@NullMarked
package vn.roquyen.domain.draft;

import org.jspecify.annotations.NullMarked;

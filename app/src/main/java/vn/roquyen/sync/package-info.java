/** Change files: codec, journal, keys and trust. Knows files and keys, not the database. */
@NullMarked
package vn.roquyen.sync;

import org.jspecify.annotations.NullMarked;

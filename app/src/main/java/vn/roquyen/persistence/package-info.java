/** The database: a projection of the changes that the ledger records. SQL and jOOQ end here. */
@NullMarked
package vn.roquyen.persistence;

import org.jspecify.annotations.NullMarked;

/**
 * Shared stores behind one small interface, and one round of exchange with any of them. Knows names
 * and bytes; what a file says is decided by {@link vn.roquyen.sync}.
 */
@org.jspecify.annotations.NullMarked
package vn.roquyen.sync.remote;

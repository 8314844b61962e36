/** The use cases: one class a topic, a public method is one thing that a user can do. */
@NullMarked
package vn.roquyen.service;

import org.jspecify.annotations.NullMarked;

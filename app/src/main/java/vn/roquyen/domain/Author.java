package vn.roquyen.domain;

import java.util.Set;

/**
 * Who writes, as far as the rules care.
 *
 * @param unit code of a commune or id of a body
 * @param fields ids of the fields that a department may write; unused for other roles
 */
public record Author(Set<Role> roles, String unit, Set<String> fields) {
  public Author {
    roles = Set.copyOf(roles);
    fields = Set.copyOf(fields);
  }

  /** True when the author has that role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}

package vn.roquyen.service;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.SpaceKind;

/**
 * Who a data folder is.
 *
 * @param space by whose word it stands; null for a folder that nothing was written to yet
 * @param roles what its key may do; empty while its certificate is still to come
 * @param unit code of a commune or id of a body, empty like the roles
 * @param replica 16 digits that name this folder among all
 * @param canCertify true when the issuer's key lies in this folder
 */
public record Identity(
    @Nullable SpaceKind space, Set<Role> roles, String unit, String replica, boolean canCertify) {
  public Identity {
    roles = Set.copyOf(roles);
  }

  /** True for sample data, whose signatures prove nothing. */
  public boolean isDemonstration() {
    return space == SpaceKind.DEMONSTRATION;
  }

  /** True when the folder joined a space and waits for its certificate. */
  public boolean isPending() {
    return space != null && roles.isEmpty() && !canCertify;
  }
}

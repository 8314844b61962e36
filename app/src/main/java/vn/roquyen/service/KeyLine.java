package vn.roquyen.service;

import java.time.Instant;
import java.util.Set;
import vn.roquyen.domain.Role;

/**
 * One certificate of this space, for people.
 *
 * @param id 16 digits that name it
 * @param unit code of a commune or id of a body
 * @param name that its holder gave the device, may be empty
 * @param own true for the certificate of this folder's key
 */
public record KeyLine(
    String id,
    Set<Role> roles,
    String unit,
    String name,
    Instant from,
    Instant to,
    State state,
    boolean own) {

  /** Whether what its key signs now is accepted. */
  public enum State {
    VALID,
    EXPIRED,
    REVOKED
  }
}

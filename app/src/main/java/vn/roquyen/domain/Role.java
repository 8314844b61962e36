package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/** What a certificate lets its key do; the numbers stand in certificates. */
public enum Role {
  /** Certifies and revokes other keys; writes nothing else. */
  ISSUER(1),
  /** The province's editor of the register. */
  PUBLISHER(2),
  /** A department of the province, within its fields. */
  DEPARTMENT(3),
  /** A commune, within its own rows. */
  COMMUNE(4),
  /** A member of an inspection team. */
  INSPECTOR(5),
  /** The province's collecting machine, which writes receipts. */
  HUB(6);

  private final int number;

  Role(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The role of that number, or null. */
  public static @Nullable Role ofNumber(long number) {
    for (Role role : values()) {
      if (role.number == number) {
        return role;
      }
    }
    return null;
  }
}

package vn.roquyen.domain;

import java.util.HexFormat;

/**
 * One incarnation of a device's data. A restored backup or a cloned disk gets a new one, so that
 * two machines never continue the same stream of changes.
 *
 * @param bits the eight bytes, big endian
 */
public record ReplicaId(long bits) implements Comparable<ReplicaId> {

  /** Reads sixteen hexadecimal digits. */
  public static ReplicaId parse(String hex) {
    return new ReplicaId(HexFormat.fromHexDigitsToLong(hex));
  }

  @Override
  public int compareTo(ReplicaId other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(bits);
  }
}

package vn.roquyen.domain;

/**
 * The identity of a signed document: the SHA-256 of what was signed, as 64 hexadecimal digits.
 * Signing again makes no second identity.
 */
public record ChangeId(String hex) {
  private static final int BRIEF = 16;

  public ChangeId {
    if (hex.length() != 64) {
      throw new IllegalArgumentException("an id has 64 digits");
    }
  }

  /** The first eight bytes: enough to name a change whose replica and number are known. */
  public String brief() {
    return hex.substring(0, BRIEF);
  }

  @Override
  public String toString() {
    return hex;
  }
}

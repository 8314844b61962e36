package vn.roquyen.domain;

/**
 * A field of an entity.
 *
 * @param number stable number used in change files; never reused
 * @param name the column of the projection
 */
public record Column(int number, String name, Type type) {

  /** What a value of the column is in memory. */
  public enum Type {
    /** {@code String}, normalised to NFC. */
    TEXT,
    /** {@code Integer}. */
    INTEGER,
    /** {@code LocalDate}. */
    DATE,
    /** {@code List<Map<String, String>>}: small records that live and change with their row. */
    LIST
  }
}

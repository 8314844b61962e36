package vn.roquyen.ui.common;

/**
 * One value that a list can be narrowed to.
 *
 * @param count how many rows would be left
 * @param depth how deep it stands in a tree of values; 0 for the top
 */
public record Choice<T>(T value, String name, int count, int depth) {
  public Choice(T value, String name, int count) {
    this(value, name, count, 0);
  }

  /** The name with its count. */
  public String label() {
    return name + " · " + count;
  }
}

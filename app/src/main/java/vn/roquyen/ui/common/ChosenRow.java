package vn.roquyen.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The chosen row of a list, which stays chosen when its rows are read anew. */
public final class ChosenRow<T> {
  private final Function<T, String> key;
  private final ReadOnlyObjectWrapper<@Nullable T> row = new ReadOnlyObjectWrapper<>();

  /**
   * @param key what tells one row from another whatever state both are in
   */
  public ChosenRow(Function<T, String> key) {
    this.key = key;
  }

  /** Null when none is chosen. */
  public ReadOnlyObjectProperty<@Nullable T> row() {
    return row.getReadOnlyProperty();
  }

  public void choose(@Nullable T chosen) {
    row.set(chosen);
  }

  /** Chooses among new rows: the same as before in its new state, else the first. */
  public void keep(List<T> rows) {
    T before = row.get();
    String wanted = before == null ? "" : key.apply(before);
    row.set(
        rows.stream()
            .filter(one -> key.apply(one).equals(wanted))
            .findFirst()
            .orElse(rows.isEmpty() ? null : rows.getFirst()));
  }
}

package vn.roquyen.domain;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where rows are read from: those of now, or those that the register showed on a past day. */
public interface Rows {

  /** The row of that key, or null. */
  @Nullable Row find(Entity entity, String key);

  /** Hands over every row of an entity in the order of its keys; the reader must not write. */
  void forEach(Entity entity, Consumer<Row> reader);
}

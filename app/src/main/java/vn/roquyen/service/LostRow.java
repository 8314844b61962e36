package vn.roquyen.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.Sha256;

/**
 * What a lost branch wrote into one row, all its changes taken together, beside what the register
 * shows now.
 *
 * @param kind what entering it again would do: make the row, set fields of it, or remove it
 * @param written when it was written last, by its author's clock as far as that is believed
 * @param changes that wrote it
 * @param fields what they wrote and the register does not show; empty for a removal
 * @param operation what enters it again
 * @param secondKey true when it waits for a second key once it is entered again
 */
public record LostRow(
    Entity entity,
    String key,
    RowEdit.Kind kind,
    State state,
    Instant written,
    Set<ChangeId> changes,
    List<LostField> fields,
    Operation operation,
    boolean secondKey) {

  /**
   * One field.
   *
   * @param lost what the lost branch wrote; null for an emptied field
   * @param now what the register shows; null for an empty field
   */
  public record LostField(Column column, @Nullable Object lost, @Nullable Object now) {}

  /** What may be done with it. */
  public enum State {
    /** It can be entered again. */
    OPEN,
    /** It was entered again and waits for a second key. */
    WAITING,
    /** The row of which it set fields is no longer there. */
    ROW_GONE,
    /** A person has said that it is not to be entered again. */
    DECLINED
  }

  public LostRow {
    changes = Set.copyOf(changes);
    fields = List.copyOf(fields);
  }

  /** True when it can be entered again. */
  public boolean mayBeResent() {
    return state == State.OPEN || state == State.DECLINED;
  }

  /** What names it for as long as no further lost change writes the row. */
  String name() {
    String all = changes.stream().map(ChangeId::hex).sorted().toList().toString();
    return Sha256.hex((entity.number() + " " + key + " " + all).getBytes(UTF_8));
  }
}

package vn.roquyen.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RowEdit;

/**
 * A change that may be applied: only {@link Verifier} makes one, so whoever holds one need not ask
 * whether it was checked.
 */
public final class VerifiedChange {
  private final Change change;
  private final Branches.Node node;
  private final History.Entry entry;
  private final List<RowEdit> edits;
  private final @Nullable Refusal unfit;

  VerifiedChange(
      Change change,
      Branches.Node node,
      History.Entry entry,
      List<RowEdit> edits,
      @Nullable Refusal unfit) {
    this.change = change;
    this.node = node;
    this.entry = entry;
    this.edits = List.copyOf(edits);
    this.unfit = unfit;
  }

  public Change change() {
    return change;
  }

  public Certificate certificate() {
    return node.signer();
  }

  /** Its place among the accepted changes. */
  public History.Entry entry() {
    return entry;
  }

  public List<RowEdit> edits() {
    return edits;
  }

  /** Why it is kept without effect; null when it has its effect. */
  @Nullable Refusal unfit() {
    return unfit;
  }

  Branches.Node node() {
    return node;
  }
}

package vn.roquyen.sync;

import java.util.List;
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

  VerifiedChange(Change change, Branches.Node node, History.Entry entry, List<RowEdit> edits) {
    this.change = change;
    this.node = node;
    this.entry = entry;
    this.edits = List.copyOf(edits);
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

  Branches.Node node() {
    return node;
  }
}

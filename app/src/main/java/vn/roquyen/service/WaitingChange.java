package vn.roquyen.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ProposalState;
import vn.roquyen.domain.RowEdit;

/**
 * A change that has no effect without a second publisher's key.
 *
 * @param id 64 digits
 * @param unit of its author
 * @param author the name in his certificate
 * @param own true when this machine's key wrote it, and so may not approve it
 * @param edits what it would write
 * @param reason of the decision, or null
 */
public record WaitingChange(
    String id,
    String unit,
    String author,
    boolean own,
    Instant written,
    ProposalState state,
    List<RowEdit> edits,
    @Nullable String reason) {
  public WaitingChange {
    edits = List.copyOf(edits);
  }

  /** What it would write of what this program knows. */
  public List<Operation> operations() {
    return operations(edits);
  }

  /** Edits of what this program knows, as operations. */
  static List<Operation> operations(List<RowEdit> edits) {
    return edits.stream().filter(edit -> edit.known() != null).map(RowEdit::operation).toList();
  }
}

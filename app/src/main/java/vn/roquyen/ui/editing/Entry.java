package vn.roquyen.ui.editing;

import vn.roquyen.domain.draft.Draft;
import vn.roquyen.service.WaitingChange;

/** A line of the list of drafts and of changes that wait. */
public sealed interface Entry {

  /** Names it among the others, also after it was read anew. */
  String id();

  /** A draft of this machine. */
  record Writing(Draft draft) implements Entry {
    @Override
    public String id() {
      return draft.id();
    }
  }

  /**
   * A change that waits.
   *
   * @param unit name of its author's unit
   * @param mayDecide true when this machine's key may approve the changes of others
   */
  record Waiting(WaitingChange change, String unit, boolean mayDecide) implements Entry {
    @Override
    public String id() {
      return change.id();
    }
  }
}

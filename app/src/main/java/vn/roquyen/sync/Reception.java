package vn.roquyen.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;

/** What became of a file that came in. */
public sealed interface Reception {

  /** It is in the journal and its edits are in force. */
  record Applied(ChangeId id, int edits) implements Reception {}

  /** It had been accepted before; nothing happened. */
  record AlreadyKnown(ChangeId id) implements Reception {}

  /**
   * It is kept: until what it waits for has come, or, with a reason that {@link Reason#isHold} says
   * no to, without effect for as long as its past is what it is.
   */
  record Held(ChangeId id, Reason reason, List<String> arguments) implements Reception {}

  /**
   * Nothing of it was taken.
   *
   * @param id null when the file is not even a document
   */
  record Refused(@Nullable ChangeId id, Reason reason, List<String> arguments)
      implements Reception {}
}

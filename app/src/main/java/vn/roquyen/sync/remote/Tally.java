package vn.roquyen.sync.remote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.Reason;
import vn.roquyen.sync.Reception;

/** What one round of exchange has moved, and what was not taken and why. */
public final class Tally {
  /**
   * Something that a person may want to know.
   *
   * @param replica whose file it was
   * @param reason why a file was not taken; null when the store is the matter
   * @param state how it stands with the store; null when a file is the matter
   */
  public record Note(
      ReplicaId replica,
      @Nullable Reason reason,
      @Nullable RemoteState state,
      List<String> arguments) {}

  private static final int MAX_NOTES = 200;
  private final List<Note> notes = new ArrayList<>();
  private long sent;
  private long fetched;
  private long applied;
  private long held;
  private long refused;

  /** Own changes and trust documents that were stored. */
  public long sent() {
    return sent;
  }

  /** Changes of others that were fetched. */
  public long fetched() {
    return fetched;
  }

  public long applied() {
    return applied;
  }

  public long held() {
    return held;
  }

  public long refused() {
    return refused;
  }

  public List<Note> notes() {
    return List.copyOf(notes);
  }

  void sent(long count) {
    sent += count;
  }

  void fetched(long count) {
    fetched += count;
  }

  void count(ReplicaId replica, Reception reception) {
    switch (reception) {
      case Reception.Applied taken -> applied++;
      case Reception.AlreadyKnown known -> {}
      case Reception.Held waits -> {
        held++;
        note(new Note(replica, waits.reason(), null, waits.arguments()));
      }
      case Reception.Refused no -> {
        refused++;
        note(new Note(replica, no.reason(), null, no.arguments()));
      }
    }
  }

  void refuse(ReplicaId replica, Reason reason, List<String> arguments) {
    refused++;
    note(new Note(replica, reason, null, arguments));
  }

  void note(ReplicaId replica, RemoteState state, String... arguments) {
    note(new Note(replica, null, state, List.of(arguments)));
  }

  private void note(Note note) {
    if (notes.size() < MAX_NOTES && !notes.contains(note)) {
      notes.add(note);
    }
  }
}

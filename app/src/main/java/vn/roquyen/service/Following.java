package vn.roquyen.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.persistence.ProjectionWriter;
import vn.roquyen.sync.History;

/**
 * Lets the tables follow on a thread of their own while the next change is packed and signed: both
 * cost about the same, and the machines have two processors. The following thread is waited for and
 * never interrupted, because an interrupt would close the database.
 */
final class Following implements AutoCloseable {
  private final ProjectionWriter writer;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("tables-follow").factory());
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> before = last;

  /**
   * Starts following.
   *
   * @param writer used by nobody else between {@link #apply} and {@link #settle}
   */
  Following(ProjectionWriter writer) {
    this.writer = writer;
  }

  /** Shows one more change soon; waits while two are still to be shown. */
  void apply(RecordedChange change) {
    soon(() -> writer.apply(change));
  }

  /** Shows the longer version of the last change soon. */
  void replaceLast(RecordedChange change) {
    soon(() -> writer.replaceLast(change));
  }

  private void soon(Runnable shows) {
    await(before);
    before = last;
    last = last.thenRunAsync(shows, thread);
  }

  /** Waits until everything is shown, and throws what went wrong on the way. */
  void settle() {
    await(last);
  }

  /**
   * What rows held for the author of a change; only when that is asked is waited for the tables.
   */
  WritePolicy.Rows past(History.Entry change) {
    return (entity, key, column) -> {
      settle();
      return writer.past(change::follows).text(entity, key, column);
    };
  }

  /** Waits until nothing is being written any more. */
  @Override
  public void close() {
    thread.close();
  }

  private static void await(CompletableFuture<Void> shown) {
    try {
      shown.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure.getCause();
    }
  }
}

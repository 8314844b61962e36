package vn.roquyen.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.WritePolicy;
import vn.roquyen.persistence.Projection;
import vn.roquyen.persistence.ProjectionWriter;
import vn.roquyen.sync.History;

/**
 * Lets the tables follow on a thread of their own while the next change is verified, or packed and
 * signed: both cost about the same, and the machines have two processors. The following thread is
 * waited for and never interrupted, because an interrupt would close the database.
 */
final class Following implements AutoCloseable {
  private final Projection tables;
  private final IntFunction<RecordedChange> journal;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("tables-follow").factory());
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> before = last;

  /** Begun with the first change after the one before has ended; of the thread alone. */
  private Projection.@Nullable Transaction transaction;

  /**
   * Starts following.
   *
   * @param journal reads the change at a position of the journal, on any thread
   */
  Following(Projection tables, IntFunction<RecordedChange> journal) {
    this.tables = tables;
    this.journal = journal;
  }

  /** Shows one more change soon; waits while two are still to be shown. */
  void apply(RecordedChange change) {
    show(writer -> writer.apply(change));
  }

  /** Shows the longer version of the last change soon. */
  void replaceLast(RecordedChange change) {
    show(writer -> writer.replaceLast(change));
  }

  /** Empties the tables soon. */
  void clear() {
    show(ProjectionWriter::clear);
  }

  /** Keeps soon what was shown until now; what follows is a transaction of its own. */
  void end(Projection.Applied applied) {
    soon(
        () -> {
          begun().end(applied);
          rollBack();
        });
  }

  /**
   * Waits until the tables have everything, the rows too that are kept back to be written together:
   * whatever they refuse they have refused now, and what is still to come reads the journal no
   * more.
   */
  void flush() {
    show(ProjectionWriter::flush);
    settle();
  }

  /** Waits until everything is shown, and throws what went wrong on the way. */
  void settle() {
    await(last);
  }

  /** Waits likewise; false when something went wrong. */
  boolean settles() {
    return last.handle((nothing, failure) -> failure == null).join();
  }

  /**
   * What rows held for the author of a change; only when that is asked is waited for the tables.
   */
  WritePolicy.Rows past(History.Entry change) {
    return (entity, key, column) ->
        await(
            last.<@Nullable String>thenApplyAsync(
                done ->
                    begun().with(writer -> writer.past(change::follows).text(entity, key, column)),
                thread));
  }

  /** Waits until nothing is being written any more; what has not ended is taken back. */
  @Override
  public void close() {
    try (thread) {
      last.whenCompleteAsync((done, failure) -> rollBack(), thread);
    }
  }

  private void show(Consumer<ProjectionWriter> shows) {
    soon(
        () ->
            begun()
                .with(
                    writer -> {
                      shows.accept(writer);
                      return true;
                    }));
  }

  private void soon(Runnable work) {
    await(before);
    before = last;
    last = last.thenRunAsync(work, thread);
  }

  private Projection.Transaction begun() {
    if (transaction == null) {
      transaction = tables.begin(journal);
    }
    return transaction;
  }

  private void rollBack() {
    if (transaction != null) {
      transaction.close();
      transaction = null;
    }
  }

  private static <T extends @Nullable Object> T await(CompletableFuture<T> shown) {
    try {
      return shown.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure.getCause();
    }
  }
}

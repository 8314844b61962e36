package vn.roquyen.service;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread read while another works on what was read, in the same order: reading a catalogue
 * and writing it cost about the same, and the machines have two processors. The reading thread is
 * stopped by a flag and never interrupted, because an interrupt would close the database.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
  private static final Object END = new Object();
  private static final int PATIENCE = 50;

  /** Unwinds the reading thread when nobody wants more. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unwanted() {
      super(null, null, false, false);
    }
  }

  private final BlockingQueue<Object> queue;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;
  private @Nullable Object next;

  /**
   * Starts to read.
   *
   * @param source hands over all items, in order, on the thread it is called on
   * @param capacity how many items may wait
   */
  ReadAhead(Consumer<Consumer<T>> source, int capacity) {
    queue = new ArrayBlockingQueue<>(capacity);
    thread = Thread.ofPlatform().daemon().name("read-ahead").start(() -> read(source));
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = take();
    }
    if (next == END && failure != null) {
      throw rethrown(failure);
    }
    return next != END;
  }

  @Override
  @SuppressWarnings("unchecked")
  public T next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    T item = (T) next;
    next = null;
    return item;
  }

  /** The items that are left, once. */
  Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
  }

  /** Ends the reading and waits until it has let go of its file or database. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    restore(interrupted);
  }

  private void read(Consumer<Consumer<T>> source) {
    try {
      source.accept(this::put);
    } catch (Unwanted stopped) {
      return;
    } catch (RuntimeException | Error failed) {
      failure = failed;
    }
    try {
      put(END);
    } catch (Unwanted stopped) {
      closed = true;
    }
  }

  private void put(Object item) {
    boolean interrupted = false;
    boolean taken = false;
    while (!taken) {
      if (closed) {
        throw new Unwanted();
      }
      try {
        taken = queue.offer(item, PATIENCE, TimeUnit.MILLISECONDS);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    restore(interrupted);
  }

  private Object take() {
    boolean interrupted = false;
    Object item = null;
    while (item == null) {
      try {
        item = queue.take();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    restore(interrupted);
    return item;
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}

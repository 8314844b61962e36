package vn.roquyen.sync;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one input costs the thread that reads it.
 *
 * @param bytes of memory that were asked for, whether they were given back or not
 * @param nanos of processor time
 */
record Cost(long bytes, long nanos) {
  /** What must not be reached by one file, whatever it claims. */
  static final Cost MOST = new Cost(16L * 1024 * 1024, 50_000_000);

  static final Cost NONE = new Cost(0, 0);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Cost of(Runnable work) {
    Cost before = now();
    work.run();
    Cost after = now();
    return new Cost(after.bytes - before.bytes, after.nanos - before.nanos);
  }

  /** Of reading what may be refused; whatever else is thrown comes through. */
  static Cost ofReading(Runnable reader) {
    return of(
        () -> {
          try {
            reader.run();
          } catch (Refusal expected) {
            // A reason was found and named.
          }
        });
  }

  private static Cost now() {
    long thread = Thread.currentThread().threadId();
    return new Cost(THREADS.getThreadAllocatedBytes(thread), THREADS.getCurrentThreadCpuTime());
  }

  boolean isWithin(Cost limit) {
    return bytes <= limit.bytes && nanos <= limit.nanos;
  }

  Cost least(Cost other) {
    return new Cost(Math.min(bytes, other.bytes), Math.min(nanos, other.nanos));
  }

  Cost most(Cost other) {
    return new Cost(Math.max(bytes, other.bytes), Math.max(nanos, other.nanos));
  }

  @Override
  public String toString() {
    return "%,d B, %.1f ms".formatted(bytes, nanos / 1e6);
  }
}

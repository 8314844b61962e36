package vn.roquyen.domain;

import java.time.Duration;

/**
 * How fast a store takes files, measured against the slowest link that is reckoned with: 600 ms for
 * a question and its answer, 64 kbit/s, and a fifth of all packets lost and sent again. A file
 * takes two questions.
 *
 * @param share of the time that the slowest link takes; 1 for a link as slow as that
 */
public record LinkPace(double share) {
  /** What is reckoned with before anything was measured. */
  public static final LinkPace SLOWEST = new LinkPace(1);

  /** A folder of this machine or a stick. */
  public static final LinkPace FOLDER = new LinkPace(0.02);

  private static final long MILLIS_PER_FILE = 1_800;
  private static final long BYTES_PER_SECOND = 64_000 / 8 * 4 / 5;

  /** A pace is a positive number. */
  public LinkPace {
    if (!(share > 0) || share > 1_000) {
      throw new IllegalArgumentException("no pace: " + share);
    }
  }

  /** The pace at which files went that took so long. */
  public static LinkPace measured(long files, long bytes, Duration took) {
    double slowest = Math.max(1, SLOWEST.expected(files, bytes).toMillis());
    return new LinkPace(Math.clamp(took.toMillis() / slowest, 0.001, 1_000));
  }

  /** How long files will take. */
  public Duration expected(long files, long bytes) {
    long slowest = files * MILLIS_PER_FILE + bytes * 1_000 / BYTES_PER_SECOND;
    return Duration.ofMillis(Math.round(slowest * share));
  }
}

package vn.roquyen.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was decided on a change that waits for a second key. */
public enum ApprovalVerdict {
  APPROVED,
  /** To be reworked; it may still be decided otherwise. */
  RETURNED,
  REJECTED,
  /** Taken back by its own author. */
  WITHDRAWN;

  /** How it stands in a row. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verdict of that text, or null when there is none. */
  public static @Nullable ApprovalVerdict of(@Nullable String text) {
    for (ApprovalVerdict verdict : values()) {
      if (verdict.text().equals(text)) {
        return verdict;
      }
    }
    return null;
  }
}

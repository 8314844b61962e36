package vn.roquyen.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Sáu rõ": how completely a grant says who, what, with which duty, power, means and result. */
public record SixClears(
    @Nullable String person,
    @Nullable String task,
    @Nullable String responsibility,
    @Nullable String authority,
    @Nullable String resources,
    @Nullable String result) {

  public static final SixClears NONE = new SixClears(null, null, null, null, null, null);

  /** The names of the six, in the order of the report. */
  public enum Clear {
    PERSON,
    TASK,
    RESPONSIBILITY,
    AUTHORITY,
    RESOURCES,
    RESULT
  }

  /** What the grant says of one of the six, or null. */
  public @Nullable String of(Clear clear) {
    return switch (clear) {
      case PERSON -> person;
      case TASK -> task;
      case RESPONSIBILITY -> responsibility;
      case AUTHORITY -> authority;
      case RESOURCES -> resources;
      case RESULT -> result;
    };
  }

  /** Those of the six that the grant does not state. */
  public List<Clear> missing() {
    List<Clear> missing = new ArrayList<>(Arrays.asList(Clear.values()));
    missing.removeIf(clear -> of(clear) != null);
    return List.copyOf(missing);
  }
}

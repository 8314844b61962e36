package vn.roquyen.sync.remote;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;

/** A store could not do what it was asked for; the state says why, in words for a person. */
public final class RemoteFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final RemoteState state;
  private final List<String> arguments;
  private final @Nullable Duration retryAfter;

  public RemoteFailure(RemoteState state, String... arguments) {
    this(state, null, null, arguments);
  }

  public RemoteFailure(RemoteState state, @Nullable Throwable cause, String... arguments) {
    this(state, cause, null, arguments);
  }

  RemoteFailure(
      RemoteState state,
      @Nullable Throwable cause,
      @Nullable Duration retryAfter,
      String... arguments) {
    super(state + " " + List.of(arguments), cause);
    this.state = state;
    this.arguments = List.of(arguments);
    this.retryAfter = retryAfter;
  }

  public RemoteState state() {
    return state;
  }

  /** The arguments of the sentence. */
  public List<String> arguments() {
    return arguments;
  }

  /** How long the store asked to be left alone, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

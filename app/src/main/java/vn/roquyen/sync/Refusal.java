package vn.roquyen.sync;

import java.util.List;

/**
 * Thrown where a document turns out not to be acceptable; never leaves the {@link Receiver} but as
 * an answer. It carries no stack trace: hostile files make many of them.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;
  private final List<String> arguments;

  public Refusal(Reason reason, String... arguments) {
    super(reason + " " + List.of(arguments), null, false, false);
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  public Reason reason() {
    return reason;
  }

  public List<String> arguments() {
    return arguments;
  }
}

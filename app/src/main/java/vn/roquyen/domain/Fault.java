package vn.roquyen.domain;

import java.util.List;

/**
 * An error that a person is told: a stable code, and the arguments of its sentence. The sentence
 * says what happened, what is safe and what to do; it stands in the message bundle under {@code
 * fault.CODE}.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final FaultCode code;
  private final List<String> arguments;

  public Fault(FaultCode code, String... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public Fault(FaultCode code, Throwable cause, String... arguments) {
    this(code, arguments);
    initCause(cause);
  }

  public FaultCode code() {
    return code;
  }

  public List<String> arguments() {
    return arguments;
  }
}

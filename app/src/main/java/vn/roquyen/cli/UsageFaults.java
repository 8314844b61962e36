package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.Messages;

/** Says in the user's language what picocli did not understand. */
final class UsageFaults {
  private final Messages messages;

  UsageFaults(Messages messages) {
    this.messages = messages;
  }

  Fault of(ParameterException failure) {
    if (failure.getCause() instanceof Fault fault) {
      return fault;
    }
    String command = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
    return new Fault(FaultCode.USAGE, failure, what(failure), command);
  }

  private String what(ParameterException failure) {
    return switch (failure) {
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          messages.text(
              "cli.usage.missing",
              missing.getMissing().stream()
                  .map(UsageFaults::name)
                  .collect(Collectors.joining(", ")));
      case UnmatchedArgumentException unmatched ->
          messages.text("cli.usage.unmatched", String.join(" ", unmatched.getUnmatched()));
      default ->
          failure.getArgSpec() != null && failure.getValue() != null
              ? value(failure.getValue(), failure.getArgSpec())
              : messages.text("cli.usage.other", String.valueOf(failure.getMessage()));
    };
  }

  private String value(String given, ArgSpec argument) {
    String words = messages.text("cli.usage.value", given, name(argument));
    if (argument.type() == LocalDate.class) {
      return words + " " + messages.text("cli.usage.day");
    }
    boolean isChoice = argument.paramLabel().contains("|");
    return isChoice ? words + " (" + argument.paramLabel() + ")" : words;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}

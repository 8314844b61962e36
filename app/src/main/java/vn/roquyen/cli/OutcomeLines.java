package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.service.FileOutcome;
import vn.roquyen.service.FileOutcome.Kind;

/** Says of each file what became of it: one JSON line a file, for people with a sentence in it. */
final class OutcomeLines {
  private final RoQuyenCommand program;
  private final String applied;
  private final Supplier<UnitNames> units;

  /**
   * Lines for one command.
   *
   * @param applied the word for a file that is good: it was applied, or it would be
   * @param units asked only when a unit is to be named
   */
  OutcomeLines(RoQuyenCommand program, String applied, Supplier<UnitNames> units) {
    this.program = program;
    this.applied = applied;
    this.units = units;
  }

  /** Writes the lines and answers the exit code: a refused file is bad input. */
  int write(List<FileOutcome> outcomes) {
    if (outcomes.isEmpty() && !program.json()) {
      program.terminal().err().println(program.messages().text("cli.apply.none"));
    }
    outcomes.forEach(outcome -> program.line(Json.line(object(outcome))));
    boolean refused = outcomes.stream().anyMatch(outcome -> outcome.kind() == Kind.REFUSED);
    return refused ? FaultCode.INPUT_DAMAGED.exitCode() : 0;
  }

  private Map<String, @Nullable Object> object(FileOutcome outcome) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("file", outcome.file());
    object.put("outcome", outcome.kind() == Kind.APPLIED ? applied : Names.lower(outcome.kind()));
    object.put("reason", outcome.reason());
    object.put("changes", outcome.changes());
    if (outcome.reason() != null) {
      object.put(
          "sentence",
          program
              .messages()
              .reason("sync.reason." + outcome.reason(), outcome.arguments(), units.get()));
    }
    return object;
  }
}

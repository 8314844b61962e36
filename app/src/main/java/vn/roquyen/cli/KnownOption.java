package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.roquyen.service.TimeMachine;

/** Whether a question is answered as this register answered on a past day. */
final class KnownOption {
  @Option(
      names = "--known",
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.option.known}")
  @Nullable LocalDate known;

  /**
   * What answers.
   *
   * @throws vn.roquyen.domain.Fault KNOWN_TOO_EARLY
   */
  TimeMachine.Answers answers(Services services) {
    return services.history().times().as(known);
  }

  /** The day for which is asked: the one that was named, else the day of the past, else today. */
  LocalDate day(@Nullable LocalDate at, RoQuyenCommand program) {
    LocalDate otherwise = known == null ? LocalDate.now(program.clock()) : known;
    return Objects.requireNonNullElse(at, otherwise);
  }
}

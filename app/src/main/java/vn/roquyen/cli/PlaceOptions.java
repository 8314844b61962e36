package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.SettingsFile;

/** For which commune and which day a question is asked. */
final class PlaceOptions {
  @Option(names = "--unit", paramLabel = "CODE", description = "${bundle:cli.option.unit}")
  @Nullable String unit;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.option.at}")
  @Nullable LocalDate at;

  /**
   * The commune that was named, else the one of the data folder's settings.
   *
   * @throws Fault UNIT_NOT_SET, UNIT_UNKNOWN
   */
  Commune unit(RoQuyenCommand program, Services services) {
    String code =
        unit == null ? new SettingsFile(program.paths().settings()).load().unit() : unit.strip();
    if (code == null) {
      throw new Fault(FaultCode.UNIT_NOT_SET);
    }
    return services.registers().unit(code);
  }

  /** The day that was named, else today. */
  LocalDate day(RoQuyenCommand program) {
    return Objects.requireNonNullElseGet(at, () -> LocalDate.now(program.clock()));
  }
}

package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Commune;

/** For which commune and which day a question is asked. */
final class PlaceOptions {
  @Mixin UnitOption unit = new UnitOption();

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.option.at}")
  @Nullable LocalDate at;

  /**
   * The commune that was named, else the one of the data folder's settings.
   *
   * @throws vn.roquyen.domain.Fault UNIT_NOT_SET, UNIT_UNKNOWN
   */
  Commune unit(RoQuyenCommand program, Services services) {
    return unit.unit(program, services);
  }

  /** The day that was named, else today. */
  LocalDate day(RoQuyenCommand program) {
    return Objects.requireNonNullElseGet(at, () -> LocalDate.now(program.clock()));
  }
}

package vn.roquyen.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.SettingsFile;

/** For which commune a question is asked. */
final class UnitOption {
  @Option(names = "--unit", paramLabel = "CODE", description = "${bundle:cli.option.unit}")
  @Nullable String unit;

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
}

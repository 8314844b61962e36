package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.SpaceKind;
import vn.roquyen.platform.SampleData;
import vn.roquyen.service.Identity;
import vn.roquyen.service.Progress;

/** Who a data folder is follows from how it began, and never changes. */
final class IdentityTest {
  private static final Operation FIELD =
      new Operation.Insert(Entity.FIELD, "moi", Map.of("name", "Mới"));
  private static final Operation NOTE =
      new Operation.Insert(
          Entity.NOTE, "03160/1", Map.of("subject_id", "Q-001", "text", "Đã hỏi Sở"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"PUBLISHER,tinh", "COMMUNE,03160", "INSPECTOR,tinh", "HUB,tinh"})
  void aSampleFolderHasTheRoleAndUnitThatWereGiven(Role role, String unit) {
    CommandRun run =
        CommandRun.on(
            folder,
            "init",
            "--sample",
            "--role",
            role.name().toLowerCase(Locale.ROOT),
            "--unit",
            unit);
    assertThat(run.exitCode()).as(run.err()).isZero();
    try (Wiring wiring = new Wiring(folder, CommandRun.CLOCK)) {
      Identity identity = wiring.folder().identity();
      assertThat(identity.space()).isEqualTo(SpaceKind.DEMONSTRATION);
      assertThat(identity.roles()).containsExactly(role);
      assertThat(identity.unit()).isEqualTo(unit);
      assertThat(wiring.registers().current().powers()).hasSize(77);
    }
    assertThat(CommandRun.on(folder, "stats").out()).contains("Dữ liệu mẫu – chữ ký trình diễn");
  }

  @Test
  void theSampleIsTheSameChangesInEveryFolder() {
    Path commune = folder.resolve("xã");
    Path province = folder.resolve("tỉnh");
    assertThat(begin(commune, "--sample", "--role", "commune", "--unit", "03160")).isZero();
    assertThat(begin(province, "--sample")).isZero();
    try (Wiring one = new Wiring(commune, CommandRun.CLOCK);
        Wiring other = new Wiring(province, CommandRun.CLOCK)) {
      assertThat(one.folder().identity().replica())
          .isNotEqualTo(other.folder().identity().replica());
      assertThat(one.folder().changes()).isNotEmpty().isEqualTo(other.folder().changes());
    }
  }

  @Test
  void aCommuneOfTheSampleWritesItsOwnRowsAndNotTheRegister() {
    begin(folder, "--sample", "--role", "commune", "--unit", "03160");
    try (Wiring wiring = new Wiring(folder, CommandRun.CLOCK)) {
      wiring.ledger().record(List.of(NOTE));
      assertRefused(FaultCode.NOT_ALLOWED, () -> wiring.ledger().record(List.of(FIELD)));
    }
  }

  @Test
  void realDataStandUnderARootOfTheirOwnAndTakeNoSample() {
    Path real = SampleData.folder().resolve("register");
    assertThat(begin(folder, "--from", real.toString())).isZero();
    try (Wiring wiring = new Wiring(folder, CommandRun.CLOCK)) {
      Identity identity = wiring.folder().identity();
      assertThat(identity.space()).isEqualTo(SpaceKind.OWN_ROOT);
      assertThat(identity.canCertify()).isTrue();
      assertThat(identity.roles()).containsExactly(Role.PUBLISHER);
      wiring.ledger().record(List.of(FIELD));
      assertRefused(
          FaultCode.SAMPLE_AMONG_REAL_DATA,
          () -> wiring.imports().loadSample(SampleData.folder(), Progress.NONE));
    }
  }

  @Test
  void anImportThatIsRefusedLeavesOpenWhoseTheFolderIs() {
    Path nothing = folder.resolve("khong-co");
    Path data = folder.resolve("d");
    assertThat(begin(data, "--from", nothing.toString())).isEqualTo(4);
    try (Wiring wiring = new Wiring(data, CommandRun.CLOCK)) {
      assertThat(wiring.folder().identity().space()).isNull();
    }
    assertThat(begin(data, "--sample", "--role", "hub")).isZero();
  }

  @Test
  void aUnitThatTheSampleDoesNotKnowIsRefused() {
    assertThat(begin(folder, "--sample", "--role", "commune", "--unit", "99999")).isEqualTo(3);
    assertThat(begin(folder, "--sample", "--role", "commune", "--unit", "tinh")).isEqualTo(3);
    String[] hub = {"init", "--sample", "--role", "hub", "--unit", "11"};
    CommandRun unfit = CommandRun.on(folder, hub);
    assertThat(unfit.exitCode()).isEqualTo(3);
    assertThat(unfit.err()).startsWith("[UNIT_UNFIT]").contains("tinh");
    assertThat(begin(folder, "--sample", "--role", "issuer")).isEqualTo(2);
    assertThat(begin(folder, "--sample", "--role", "commune")).isEqualTo(2);
  }

  private static int begin(Path data, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "init";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.on(data, all).exitCode();
  }

  private static void assertRefused(FaultCode code, Runnable work) {
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(work::run)
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
  }
}

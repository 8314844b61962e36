package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.service.DifferenceService.Axis;

/** A comparison of two days as somebody waits for it. */
final class DifferenceServiceTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
  private static final LocalDate SECOND = FIRST.plusDays(1);

  @TempDir Path folder;
  private Machine machine;

  @BeforeEach
  void aProcedureIsRenamed() {
    machine = new Machine(folder.resolve("tỉnh"));
    machine.insert(Entity.PROCEDURE, "1.000001", "name", "Đăng ký chăn thả");
    machine.clock.forward(Duration.ofDays(1).toSeconds());
    machine.set(Entity.PROCEDURE, "1.000001", "name", "Đăng ký chăn thả gia súc");
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void itIsWatchedAndStopped() {
    List<Progress.Phase> phases = new ArrayList<>();
    Progress stopped =
        new Progress() {
          @Override
          public void at(Phase phase, long done, long total) {
            phases.add(phase);
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    refused(
        FaultCode.CANCELLED, () -> differences().between(Axis.KNOWN, FIRST, SECOND, null, stopped));
    assertThat(phases).containsOnly(Progress.Phase.HISTORY).hasSizeGreaterThan(1);
    assertThat(differences().between(Axis.KNOWN, FIRST, SECOND, null, Progress.NONE)).hasSize(1);
  }

  @Test
  void whatWillBeKnownNobodySays() {
    LocalDate toCome = SECOND.plusDays(1);
    assertThat(differences().between(Axis.FORCE, FIRST, toCome, null, Progress.NONE)).isEmpty();
    refused(
        FaultCode.KNOWN_TOO_LATE,
        () -> differences().between(Axis.KNOWN, FIRST, toCome, null, Progress.NONE));
    refused(FaultCode.KNOWN_TOO_LATE, () -> machine.wiring.history().times().as(toCome));
    assertThat(machine.wiring.history().times().as(SECOND)).isNotNull();
  }

  private DifferenceService differences() {
    return machine.wiring.history().differences();
  }

  private static void refused(FaultCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}

package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.Role;

/** What a person enters bit by bit is lasting at once and travels as one file. */
final class SealingTest {
  @TempDir Path folder;
  private Machine province;

  @BeforeEach
  void open() {
    province = new Machine(folder.resolve("tỉnh"), Role.PUBLISHER, "tinh");
  }

  @AfterEach
  void close() {
    province.close();
  }

  @Test
  void editsThatFollowEachOtherAreOneFileUntilAQuietMinute() {
    field("a", "Đất đai");
    field("b", "Hộ tịch");
    province.clock.forward(59);
    province.set(Entity.FIELD, "a", "name", "Đất đai, môi trường");
    assertThat(province.wiring.folder().changes()).hasSize(1);
    assertThat(province.wiring.sync().outbox()).containsEntry(OutboxState.RECORDED, 1L);
    assertThat(edits(0)).isEqualTo(2);
    assertThat(name("a")).isEqualTo("Đất đai, môi trường");
    province.clock.forward(60);
    assertThat(province.wiring.sync().outbox()).doesNotContainKey(OutboxState.RECORDED);
    field("c", "Y tế");
    assertThat(province.wiring.folder().changes()).hasSize(2);
    assertThat(province.wiring.doctor().examine().sound()).isTrue();
  }

  @Test
  void whatGoesOutIsSealed() {
    field("a", "Đất đai");
    Path parcel = province.export(folder.resolve("một.rqp"));
    field("b", "Hộ tịch");
    Machine other = new Machine(folder.resolve("xã"), Role.COMMUNE, "26734");
    try (other) {
      other.receive(parcel);
      other.receive(province.export(folder.resolve("hai.rqp")));
      assertThat(other.digest()).isEqualTo(province.digest());
      assertThat(province.wiring.folder().changes()).hasSize(2);
      assertThat(other.wiring.doctor().examine().forks()).isZero();
    }
  }

  @Test
  void whatComesInSealsWhatWasEnteredBefore() {
    Machine other = new Machine(folder.resolve("sở"), Role.PUBLISHER, "tinh");
    try (other) {
      other.insert(Entity.FIELD, "x", "name", "Của máy kia");
      field("a", "Đất đai");
      province.receive(other.export(folder.resolve("x.rqp")));
      field("b", "Hộ tịch");
      assertThat(province.wiring.folder().changes()).hasSize(3);
      other.receive(province.export(folder.resolve("ab.rqp")));
      assertThat(other.digest()).isEqualTo(province.digest());
    }
  }

  @Test
  void aKillLosesNothingAndSealsWhatWasOpen() throws IOException {
    field("a", "Đất đai");
    field("b", "Hộ tịch");
    Path killed = copy("bị tắt");
    try (Wiring next = new Wiring(killed, province.clock)) {
      assertThat(next.exchange().digest()).isEqualTo(province.digest());
      assertThat(next.notices()).isEmpty();
      next.ledger().record(List.of(new Operation.Remove(Entity.FIELD, "b")));
      assertThat(next.folder().changes()).hasSize(2);
      assertThat(next.doctor().examine().sound()).isTrue();
    }
  }

  @Test
  void fault2_aDatabaseThatShowsAShorterVersionIsBroughtForward() throws IOException {
    field("a", "Đất đai");
    Path killed = copy("bị tắt");
    field("b", "Hộ tịch");
    province.set(Entity.FIELD, "a", "name", "Đất đai, môi trường");
    journalInto(killed);
    try (Wiring next = new Wiring(killed, province.clock)) {
      assertThat(next.notices())
          .extracting(Notice::code)
          .doesNotContain(NoticeCode.DATABASE_REBUILT);
      assertThat(next.exchange().digest()).isEqualTo(province.digest());
    }
    province.clock.forward(61);
    field("c", "Y tế");
    Path later = copy("sau đó");
    province.close();
    Files.copy(killed.resolve("database/register.mv.db"), folder.resolve("ngắn"));
    province.open();
    Files.copy(
        folder.resolve("ngắn"),
        later.resolve("database/register.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    try (Wiring next = new Wiring(later, province.clock)) {
      assertThat(next.notices())
          .extracting(Notice::code)
          .doesNotContain(NoticeCode.DATABASE_REBUILT);
      assertThat(next.exchange().digest()).isEqualTo(province.digest());
      assertThat(next.doctor().examine().sound()).isTrue();
    }
  }

  @Test
  void aBackupOfAKilledFolderAndTheFolderItselfNeverSignOneNumberTwice() throws IOException {
    field("a", "Đất đai");
    Path killed = copy("bị tắt");
    BackupService.copy(killed, folder.resolve("sao lưu"));
    BackupService.copy(folder.resolve("sao lưu"), folder.resolve("phục hồi"));
    try (Wiring original = new Wiring(killed, province.clock);
        Wiring restored = new Wiring(folder.resolve("phục hồi"), province.clock)) {
      original.ledger().record(List.of(insert("b", "Hộ tịch")));
      restored.ledger().record(List.of(insert("c", "Y tế")));
      Path first = folder.resolve("1.rqp");
      Path second = folder.resolve("2.rqp");
      original.exchange().export(first, ExchangeService.Selection.ALL);
      restored.exchange().export(second, ExchangeService.Selection.ALL);
      original.exchange().receive(List.of(second));
      restored.exchange().receive(List.of(first));
      assertThat(original.exchange().digest()).isEqualTo(restored.exchange().digest());
      assertThat(original.doctor().examine().forks()).isZero();
      assertThat(original.folder().changes()).hasSize(3);
    }
  }

  @Test
  void whatIsNotAllowedIsRefusedWhenItIsEntered() {
    Machine commune = new Machine(folder.resolve("xã"), Role.COMMUNE, "26734");
    try (commune) {
      commune.insert(Entity.NOTE, "26734/1", "subject_id", "x", "text", "Ghi chú");
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> commune.insert(Entity.FIELD, "a", "name", "Không được"))
          .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOT_ALLOWED));
      assertThat(commune.value(Entity.NOTE, "26734/1", "text")).isEqualTo("Ghi chú");
      commune.insert(Entity.NOTE, "26734/2", "subject_id", "x", "text", "Ghi chú nữa");
      commune.reopen();
      assertThat(commune.value(Entity.NOTE, "26734/1", "text")).isEqualTo("Ghi chú");
      assertThat(commune.value(Entity.NOTE, "26734/2", "text")).isEqualTo("Ghi chú nữa");
      assertThat(commune.wiring.doctor().examine().sound()).isTrue();
    }
  }

  @Test
  void aProposalWaitsAloneAndHoldsBackNothingElse() {
    field("a", "Đất đai");
    province.insert(Entity.GRANT, "g", "power_id", "p", "grantee_id", "x");
    field("b", "Hộ tịch");
    assertThat(province.wiring.folder().changes()).hasSize(3);
    assertThat(name("a")).isEqualTo("Đất đai");
    assertThat(name("b")).isEqualTo("Hộ tịch");
    assertThat(province.value(Entity.GRANT, "g", "power_id")).isNull();
  }

  @Test
  void theIndexFollowsEachEditOfTheSameFile() {
    province.insert(Entity.POWER, "p", "title", "Cấp giấy phép xây dựng", "field_id", "a");
    long first = province.wiring.stats().stats().revision();
    province.set(Entity.POWER, "p", "title", "Cấp giấy phép khai thác nước");
    assertThat(province.wiring.stats().stats().revision()).isGreaterThan(first);
    province.reopen();
    assertThat(province.wiring.notices()).isEmpty();
  }

  @Test
  void randomEditsAndExchangesEndAlike() {
    Random random = new Random(34);
    Machine other = new Machine(folder.resolve("sở"), Role.PUBLISHER, "tinh");
    try (other) {
      for (int i = 0; i < 60; i++) {
        Machine writer = random.nextBoolean() ? province : other;
        String key = "f" + random.nextInt(4);
        switch (random.nextInt(4)) {
          case 0 -> writer.insert(Entity.FIELD, key, "name", "Tên " + i);
          case 1 -> writer.remove(Entity.FIELD, key);
          default -> writer.set(Entity.FIELD, key, "name", "Sửa " + i);
        }
        writer.clock.forward(random.nextInt(40));
        if (random.nextInt(6) == 0) {
          Machine reader = writer == province ? other : province;
          reader.receive(writer.export(folder.resolve("trao đổi " + i + ".rqp")));
        }
      }
      other.receive(province.export(folder.resolve("đi.rqp")));
      province.receive(other.export(folder.resolve("về.rqp")));
      assertThat(other.digest()).isEqualTo(province.digest());
      assertThat(province.wiring.doctor().examine().sound()).isTrue();
      assertThat(other.wiring.doctor().examine().sound()).isTrue();
    }
  }

  private void field(String key, String name) {
    province.insert(Entity.FIELD, key, "name", name);
  }

  private static Operation insert(String key, String name) {
    return new Operation.Insert(Entity.FIELD, key, Map.of("name", name));
  }

  private Object name(String key) {
    var row = province.wiring.histories().shown(Entity.FIELD, key, Instant.MAX);
    return row == null ? null : row.values().get("name");
  }

  private int edits(int change) {
    String id = province.wiring.folder().changes().get(change);
    return province.wiring.journal().show(id).edits().size();
  }

  /** The files as a kill leaves them, while the machine itself goes on. */
  private Path copy(String name) throws IOException {
    Path target = folder.resolve(name);
    try (var files = Files.walk(province.data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(province.data.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    return target;
  }

  private void journalInto(Path target) throws IOException {
    Files.copy(
        province.data.resolve("journal/journal.rqj"),
        target.resolve("journal/journal.rqj"),
        StandardCopyOption.REPLACE_EXISTING);
  }
}

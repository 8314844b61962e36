package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Mode;
import vn.roquyen.platform.SampleData;

final class ImportSampleTest {
  @TempDir Path folder;
  private Wiring wiring;

  @BeforeEach
  void open() {
    wiring =
        new Wiring(
            folder.resolve("Dữ liệu xã"),
            Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void theSampleDataFillAnEmptyFolder() {
    ImportReport report = wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
    assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.APPLIED);
    assertThat(report.badRows()).isEmpty();
    assertThat(added(report))
        .containsEntry(Entity.POWER, 77)
        .containsEntry(Entity.GRANT, 86)
        .containsEntry(Entity.INSTRUMENT, 73)
        .containsEntry(Entity.BODY, 49)
        .containsEntry(Entity.FIELD, 40)
        .containsEntry(Entity.DIFFICULTY, 49)
        .containsEntry(Entity.PROPOSAL, 26)
        .containsEntry(Entity.STATISTIC, 15)
        .containsEntry(Entity.COMMUNE, 45)
        .containsEntry(Entity.PROVINCE, 34)
        .containsEntry(Entity.CALENDAR_DAY, 38);
    assertThat(added(report).get(Entity.PROCEDURE)).isBetween(110, 140);
    assertThat(wiring.registers().current().grantsOf("cb-quan-ly"))
        .extracting(Grant::mode)
        .containsOnly(Mode.DECENTRALISATION);
    assertThat(wiring.registers().unit("03160").fullName()).isEqualTo("Xã Mường Nhé");
    assertThat(wiring.registers().unit("03160").predecessors()).isNotEmpty();
  }

  @Test
  void theFiguresSayWhatIsThereAndUpToWhichDay() {
    assertThat(wiring.stats().stats().dataDate()).isNull();
    wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
    Stats stats = wiring.stats().stats();
    assertThat(stats.revision()).isPositive();
    assertThat(stats.rows()).containsEntry(Entity.GRANT, 86).containsEntry(Entity.COMMUNE, 45);
    assertThat(stats.grantsByMode().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(86);
    assertThat(stats.grantsByMode()).doesNotContainKey(Mode.DEVOLUTION);
    assertThat(stats.proceduresByLevel().get("xa")).isGreaterThan(80);
    assertThat(stats.catalogueDate()).isEqualTo("2026-07-20");
    assertThat(stats.registerDate()).isEqualTo("2026-03-02");
    assertThat(stats.dataDate()).isEqualTo("2026-07-20");
    assertThat(stats.records()).isEqualTo(77 + 73 + stats.rows().get(Entity.PROCEDURE));
  }

  @Test
  void theSecondImportChangesNothingAndSaysSo() {
    wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
    long revision = wiring.registers().current().revision();
    ImportReport again =
        wiring
            .imports()
            .apply(List.of(SampleData.folder()), ImportService.Options.STRICT, Progress.NONE);
    assertThat(again.outcome()).isEqualTo(ImportReport.Outcome.NOTHING_NEW);
    assertThat(again.counts().values()).allSatisfy(count -> assertThat(count.writes()).isZero());
    assertThat(again.counts().get(Entity.GRANT).unchanged()).isEqualTo(86);
    assertThat(wiring.registers().current().revision()).isEqualTo(revision);
  }

  @Test
  void theWholeCatalogueComesInOnceAndStays() {
    List<Path> catalogue = List.of(SharedData.catalogue());
    ImportReport first =
        wiring.imports().apply(catalogue, ImportService.Options.STRICT, Progress.NONE);
    assertThat(added(first)).isEqualTo(Map.of(Entity.PROCEDURE, 4432));
    ImportReport again =
        wiring.imports().apply(catalogue, ImportService.Options.STRICT, Progress.NONE);
    assertThat(again.outcome()).isEqualTo(ImportReport.Outcome.NOTHING_NEW);
    assertThat(again.counts().get(Entity.PROCEDURE).unchanged()).isEqualTo(4432);
  }

  private static Map<Entity, Integer> added(ImportReport report) {
    Map<Entity, Integer> added = new EnumMap<>(Entity.class);
    report.counts().forEach((entity, count) -> added.put(entity, count.added()));
    return added;
  }
}

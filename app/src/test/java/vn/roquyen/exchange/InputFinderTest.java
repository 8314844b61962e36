package vn.roquyen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Row;
import vn.roquyen.platform.SampleData;
import vn.roquyen.service.SharedData;

final class InputFinderTest {
  /** What units write themselves (notes, receipts, answers, approvals) comes with no file. */
  private static final Set<Entity> PUBLISHED_AS_FILES =
      EnumSet.complementOf(
          EnumSet.of(
              Entity.NOTE,
              Entity.RECEIPT,
              Entity.CHECK_ANSWER,
              Entity.APPROVAL,
              Entity.ACKNOWLEDGEMENT,
              // The report names no article, clause or point.
              Entity.PROVISION));

  private final InputFinder finder = new InputFinder(InputLimits.STANDARD);

  @Test
  void theRootOfTheSampleDataIsRecognised() {
    InputFinder.Found found = finder.find(List.of(SampleData.folder()));
    assertThat(found.files())
        .extracting(InputFile::entity)
        .containsExactlyInAnyOrderElementsOf(PUBLISHED_AS_FILES);
  }

  @Test
  void aBareRegisterFolderAndASingleFileAreRecognised() {
    assertThat(finder.find(List.of(SampleData.folder().resolve("register"))).files())
        .extracting(InputFile::entity)
        .containsExactlyInAnyOrder(
            Entity.BODY,
            Entity.FIELD,
            Entity.INSTRUMENT,
            Entity.INSTRUMENT_RELATION,
            Entity.POWER,
            Entity.GRANT,
            Entity.DIFFICULTY,
            Entity.PROPOSAL,
            Entity.STATISTIC);
    assertThat(finder.find(List.of(SampleData.folder().resolve("calendar/days.csv"))).files())
        .extracting(InputFile::entity)
        .containsExactly(Entity.CALENDAR_DAY);
  }

  @Test
  void ofOneListInTwoFormsTheFirstIsRead() {
    Path admin = SharedData.file("admin");
    InputFinder.Found found = finder.find(List.of(admin));
    assertThat(found.files())
        .extracting(InputFile::name)
        .containsExactly("provinces_2026-07-25.csv", "communes_2026-07-25.csv");
    assertThat(found.passedOver())
        .extracting(path -> path.getFileName().toString())
        .contains("dien_bien_45_units.csv", "commune_predecessors_all.csv");
    assertThat(rows(found.files().getLast())).hasSize(3_321);
  }

  @Test
  void thePlainListOfDienBienKnowsItsProvinceAndPredecessors() {
    Path file = SharedData.file("admin/dien_bien_45_units.csv");
    List<Row> rows = rows(finder.find(List.of(file)).files().getFirst());
    assertThat(rows).hasSize(45);
    Row first = rows.getFirst();
    assertThat(first.key()).isEqualTo("03127");
    assertThat(first.values())
        .containsEntry("province_code", "11")
        .containsEntry(
            "predecessors",
            "Phường Him Lam; Phường Tân Thanh; Phường Mường Thanh; Phường Thanh Bình; Phường Thanh"
                + " Trường; Xã Thanh Minh");
  }

  @Test
  void theSharedFolderOfAllPartsIsRecognised() {
    InputFinder.Found found = finder.find(List.of(SharedData.file("register").getParent()));
    assertThat(found.files())
        .extracting(InputFile::entity)
        .containsOnlyOnceElementsOf(PUBLISHED_AS_FILES);
  }

  private static List<Row> rows(InputFile file) {
    List<Row> rows = new ArrayList<>();
    try (RowReader reader = file.open()) {
      for (ReadRow read = reader.next(); read != null; read = reader.next()) {
        rows.add(((ReadRow.Good) read).row());
      }
    }
    return rows;
  }
}

package vn.roquyen.ui.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CatalogueFilter;
import vn.roquyen.service.CataloguePage;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.ProcedureLine;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.TestPlace;

final class ProceduresViewModelTest {
  @TempDir static Path folder;
  private static SampleRegister sample;

  @RegisterExtension final TestPlace place = new TestPlace();
  private final ProceduresViewModel model =
      new ProceduresViewModel(
          sample.wiring().history().times(), new ExportService(), place.at("procedures"));

  @BeforeAll
  static void open() {
    sample = new SampleRegister(folder.resolve("d"));
  }

  @AfterAll
  static void closeSample() {
    sample.close();
  }

  @BeforeEach
  void load() {
    place.look(new Standpoint(sample.unit(), SampleRegister.TODAY));
    model.load();
    place.runUntil(() -> model.page().get() != null);
  }

  @Test
  void fieldsAndVerdictsNarrowTogether() {
    narrow(CatalogueFilter.ALL.withField("Hộ tịch"));
    assertThat(page().total()).isEqualTo(19);
    int communes = page().answers().get(Answer.COMMUNE);
    narrow(model.filter().get().withAnswer(Answer.COMMUNE));
    assertThat(page().total()).isEqualTo(communes);
    assertThat(page().fields().get("Hộ tịch")).isEqualTo(communes);
    narrow(CatalogueFilter.ALL);
    assertThat(page().total()).isEqualTo(126);
  }

  @Test
  void whoTypesGetsTheBestMatchFirstAndTheAlphabetBackAfterwards() {
    model.select(page().rows().getLast());
    narrow(model.filter().get().withText("khai sinh"));
    assertThat(model.selected().get()).isEqualTo(page().rows().getFirst());
    assertThat(model.filter().get().order()).isEqualTo(CatalogueFilter.Order.MATCH);
    assertThat(page().rows().getFirst().name().toLowerCase(Locale.ROOT)).contains("khai sinh");
    narrow(model.filter().get().withOrder(CatalogueFilter.Order.CODE));
    narrow(model.filter().get().withText("khai sinh lại"));
    assertThat(model.filter().get().order()).isEqualTo(CatalogueFilter.Order.CODE);
    narrow(model.filter().get().withOrder(CatalogueFilter.Order.MATCH).withText(""));
    assertThat(model.filter().get().order()).isEqualTo(CatalogueFilter.Order.NAME);
  }

  @Test
  void onlyTheNewestFilterIsShown() {
    CataloguePage before = page();
    model.narrow(CatalogueFilter.ALL.withText("khai sinh"));
    model.narrow(CatalogueFilter.ALL.withField("Đất đai"));
    place.runUntil(() -> model.page().get() != before);
    assertThat(page().total()).isEqualTo(7);
    assertThat(page().rows()).allMatch(line -> "Đất đai".equals(line.field()));
  }

  @Test
  void theChosenProcedureStaysChosenWhileItIsShown() {
    ProcedureLine chosen =
        page().rows().stream()
            .filter(line -> "Hộ tịch".equals(line.field()))
            .skip(3)
            .findFirst()
            .orElseThrow();
    model.select(chosen);
    narrow(CatalogueFilter.ALL.withField("Hộ tịch"));
    assertThat(model.selected().get()).isEqualTo(chosen);
    narrow(CatalogueFilter.ALL.withField("Đất đai"));
    assertThat(model.selected().get()).isEqualTo(page().rows().getFirst());
  }

  @Test
  void everythingThatTheFilterLeavesIsExported(@TempDir Path out) throws IOException {
    narrow(CatalogueFilter.ALL.withField("Hộ tịch"));
    List<Path> written = new ArrayList<>();
    model.export(out.resolve("a.csv"), new Messages(Locale.ENGLISH), written::add);
    place.runUntil(() -> !written.isEmpty());
    assertThat(Files.readAllLines(written.getFirst())).hasSize(20);
  }

  private void narrow(CatalogueFilter filter) {
    CataloguePage before = page();
    model.narrow(filter);
    place.runUntil(() -> model.page().get() != before);
  }

  private CataloguePage page() {
    CataloguePage page = model.page().get();
    assertThat(page).isNotNull();
    return page;
  }
}

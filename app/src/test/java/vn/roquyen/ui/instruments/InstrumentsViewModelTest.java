package vn.roquyen.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.TestPlace;

final class InstrumentsViewModelTest {
  @TempDir static Path folder;
  private static SampleRegister sample;

  @RegisterExtension final TestPlace place = new TestPlace();
  private final InstrumentsViewModel model =
      new InstrumentsViewModel(
          sample.wiring().history().times(), new ExportService(), place.at("instruments"));

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
    place.runUntil(() -> model.shown().get() != null);
  }

  @Test
  void newestFirstAndUndatedLast() {
    List<@Nullable LocalDate> days =
        shown().rows().stream().map(line -> line.instrument().issuedOn()).toList();
    assertThat(days).hasSize(73);
    assertThat(days.getFirst()).isEqualTo(LocalDate.of(2026, 12, 9));
    assertThat(days.getLast()).isNull();
    assertThat(days.stream().filter(Objects::nonNull).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void kindIssuerStatusAndWordsNarrow() {
    assertThat(shown().kinds().values().stream().mapToInt(count -> count).sum()).isEqualTo(73);
    int without = shown().kinds().get("");
    model.narrow(InstrumentFilter.ALL.withKind(""));
    assertThat(shown().rows()).hasSize(without);
    var most = shown().issuers().getFirst();
    model.narrow(model.filter().get().withIssuer(most.getKey()));
    assertThat(shown().rows()).hasSize(most.getValue());
    model.narrow(InstrumentFilter.ALL.withStatus(InstrumentStatus.EXPIRED));
    assertThat(shown().rows())
        .extracting(line -> line.instrument().id())
        .contains("qd-17-2016-ubnd");
    model.narrow(InstrumentFilter.ALL.withText("2830 cv"));
    assertThat(shown().rows())
        .extracting(line -> line.instrument().number())
        .containsExactly("2830-CV/TU");
  }

  @Test
  void aRelationLeadsToTheOtherInstrumentEvenWhenTheFilterHidesIt() {
    model.narrow(InstrumentFilter.ALL.withText("95/2025"));
    assertThat(model.selected().get()).isEqualTo("qd-95-2025-ubnd");
    model.open("qd-17-2016-ubnd");
    assertThat(model.filter().get().narrows()).isFalse();
    assertThat(model.selected().get()).isEqualTo("qd-17-2016-ubnd");
    assertThat(shown().rows()).hasSize(73);
  }

  @Test
  void onAnotherDayTheStatusIsThatOfTheDayAndTheChoiceStays() {
    model.select("hd-15-tu");
    assertThat(status("hd-15-tu")).isEqualTo(InstrumentStatus.NOT_YET_IN_FORCE);
    place.look(new Standpoint(sample.unit(), LocalDate.of(2027, 1, 1)));
    model.load();
    place.runUntil(() -> status("hd-15-tu") == InstrumentStatus.UNKNOWN);
    assertThat(model.selected().get()).isEqualTo("hd-15-tu");
  }

  private InstrumentStatus status(String id) {
    return shown().rows().stream()
        .filter(line -> line.instrument().id().equals(id))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private InstrumentsViewModel.Shown shown() {
    InstrumentsViewModel.Shown shown = model.shown().get();
    assertThat(shown).isNotNull();
    return shown;
  }
}

package vn.roquyen.ui.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.SixClears.Clear;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.PowerAtUnit;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.TestPlace;

final class AuthorityViewModelTest {
  @TempDir static Path folder;
  private static SampleRegister sample;

  @RegisterExtension final TestPlace place = new TestPlace();
  private final AuthorityViewModel model =
      new AuthorityViewModel(
          sample.wiring().history().times(), new ExportService(), place.at("powers"));

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
  void theHeadlineCountsEveryPowerOnce() {
    AuthorityViewModel.Shown shown = shown();
    assertThat(shown.all()).isEqualTo(77);
    assertThat(shown.rows()).hasSize(77);
    Map<Answer, Integer> counted = new EnumMap<>(Answer.class);
    sample
        .wiring()
        .competence()
        .powersAt(sample.unit(), SampleRegister.TODAY)
        .forEach(power -> counted.merge(power.competence().answer(), 1, Integer::sum));
    assertThat(shown.answers()).isEqualTo(counted);
    assertThat(counted.get(Answer.COMMUNE)).isPositive();
  }

  @Test
  void filtersNarrowTogetherAndTheHeadlineStays() {
    Map<Answer, Integer> headline = shown().answers();
    model.narrow(PowerFilter.ALL.withAnswer(Answer.COMMUNE));
    assertThat(shown().rows()).hasSize(headline.get(Answer.COMMUNE));
    assertThat(shown().answers()).isEqualTo(headline);
    int delegated = shown().modes().get(Mode.DELEGATION);
    model.narrow(model.filter().get().withMode(Mode.DELEGATION));
    assertThat(shown().rows()).hasSize(delegated);
    assertThat(delegated).isLessThan(headline.get(Answer.COMMUNE));
    assertThat(model.filter().get().narrows()).isTrue();
  }

  @Test
  void whatTheCommuneReceivedWithoutMeansIsOneList() {
    model.narrow(PowerFilter.ALL.withAnswer(Answer.COMMUNE));
    int without = shown().missing().get(Clear.RESOURCES);
    model.narrow(model.filter().get().withMissing(Clear.RESOURCES));
    assertThat(shown().rows())
        .hasSize(without)
        .isNotEmpty()
        .allMatch(power -> power.competence().sixClears().resources() == null);
    model.narrow(PowerFilter.ALL.withMissing(Clear.TASK));
    assertThat(shown().rows()).isNotEmpty().hasSizeLessThan(shown().all());
  }

  @Test
  void aFieldTakesTheFieldsBelowItAlong() {
    FieldCount parent =
        shown().fields().stream()
            .filter(count -> hasBelow(count, shown().fields()))
            .findFirst()
            .orElseThrow();
    model.narrow(PowerFilter.ALL.withField(parent.field().id()));
    assertThat(shown().rows()).hasSize(parent.count());
    assertThat(shown().rows()).anyMatch(row -> row.fields().size() > 1);
    assertThat(
            shown().fields().stream()
                .filter(count -> count.depth() == 0)
                .mapToInt(FieldCount::count)
                .sum())
        .isEqualTo(77);
  }

  @Test
  void wordsAreFoundWithoutDiacriticsAndSoIsANumber() {
    model.narrow(PowerFilter.ALL.withText("giao vien mam non"));
    assertThat(shown().rows()).isNotEmpty().hasSizeLessThan(77);
    model.narrow(PowerFilter.ALL.withText("20/2021"));
    assertThat(shown().rows())
        .hasSizeLessThan(77)
        .anySatisfy(
            row ->
                assertThat(row.bases())
                    .anyMatch(basis -> basis.instrument().label().contains("20/2021")));
    model.narrow(PowerFilter.ALL.withText("không có từ này"));
    assertThat(shown().rows()).isEmpty();
    assertThat(model.selected().get()).isNull();
  }

  @Test
  void rowsCanBePutInEveryOrder() {
    model.narrow(PowerFilter.ALL.withOrder(PowerFilter.Order.TITLE));
    assertThat(titles()).isSortedAccordingTo(new VietnameseOrder());
    model.narrow(PowerFilter.ALL.withOrder(PowerFilter.Order.ANSWER));
    assertThat(shown().rows())
        .isSortedAccordingTo(Comparator.comparing(row -> row.competence().answer()));
    model.narrow(PowerFilter.ALL.withOrder(PowerFilter.Order.CLEARS));
    assertThat(shown().rows())
        .isSortedAccordingTo(
            Comparator.comparing(row -> row.competence().sixClears().missing().size()));
    model.narrow(PowerFilter.ALL.withOrder(PowerFilter.Order.WARNINGS));
    assertThat(shown().rows())
        .isSortedAccordingTo(
            Comparator.comparing((PowerAtUnit row) -> row.competence().warnings().size())
                .reversed());
  }

  @Test
  void theChosenPowerStaysChosenWhileItIsShown() {
    assertThat(model.selected().get()).isEqualTo(shown().rows().getFirst());
    PowerAtUnit chosen = shown().rows().get(20);
    model.select(chosen);
    model.narrow(PowerFilter.ALL.withOrder(PowerFilter.Order.TITLE));
    assertThat(model.selected().get()).isEqualTo(chosen);
    place.look(new Standpoint(sample.unit(), SampleRegister.TODAY.minusYears(20)));
    AuthorityViewModel.Shown before = shown();
    model.load();
    place.runUntil(() -> model.shown().get() != before);
    PowerAtUnit after = model.selected().get();
    assertThat(after).isNotNull();
    assertThat(after.power()).isEqualTo(chosen.power());
  }

  @Test
  void whatIsShownIsWhatIsExported(@TempDir Path out) throws IOException {
    model.narrow(PowerFilter.ALL.withAnswer(Answer.COMMUNE));
    Path file = out.resolve("xuất.csv");
    List<Path> written = new ArrayList<>();
    model.export(file, new Messages(Locale.of("vi")), written::add);
    place.runUntil(() -> !written.isEmpty());
    try (Stream<String> lines = Files.lines(file)) {
      assertThat(lines.filter(line -> line.contains("Xã có thẩm quyền")).count())
          .isEqualTo(shown().rows().size());
    }
  }

  private AuthorityViewModel.Shown shown() {
    AuthorityViewModel.Shown shown = model.shown().get();
    assertThat(shown).isNotNull();
    return shown;
  }

  private List<String> titles() {
    return shown().rows().stream().map(row -> row.power().title()).toList();
  }

  private static boolean hasBelow(FieldCount count, List<FieldCount> all) {
    return all.stream().anyMatch(other -> count.field().id().equals(other.field().parentId()));
  }
}

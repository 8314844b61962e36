package vn.roquyen.ui.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.service.LookupHit;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.TestPlace;

final class LookupViewModelTest {
  @TempDir static Path folder;
  private static SampleRegister sample;

  @RegisterExtension final TestPlace place = new TestPlace();
  private LookupViewModel model;

  @BeforeAll
  static void open() {
    sample = new SampleRegister(folder);
  }

  @AfterAll
  static void shut() {
    sample.close();
  }

  @BeforeEach
  void start() {
    place.look(new Standpoint(sample.unit(), SampleRegister.TODAY));
    model = new LookupViewModel(sample.wiring().history().times(), place.at("lookup"));
  }

  @Test
  void aSureFirstHitIsShownAtOnce() {
    ask("dang ky khai sinh");
    assertThat(model.selected().get().id()).isEqualTo("1.001193");
    assertThat(model.selected().get().competence().answer()).isEqualTo(Answer.COMMUNE);
    assertThat(model.findings().get().lookup().hits()).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void whatMayOnlyBeRelatedIsNeverOpenedByItself() {
    ask("mua tàu vũ trụ");
    assertThat(model.findings().get().sure()).isZero();
    assertThat(model.selected().get()).isNull();
    if (!model.findings().get().rows().isEmpty()) {
      model.move(1);
      assertThat(model.selected().get().confidence()).isEqualTo(Confidence.LOW);
    }
  }

  @Test
  void sureHitsStandBeforeThoseThatMayBeRelated() {
    ask("dang ky khai sinh");
    List<Confidence> order =
        model.findings().get().rows().stream().map(LookupHit::confidence).toList();
    assertThat(order).isSorted();
    assertThat(model.findings().get().sure())
        .isEqualTo((int) order.stream().filter(Confidence.HIGH::equals).count());
  }

  @Test
  void anAnswerThatComesAfterANewerQuestionIsDropped() {
    model.ask("dang ky ket hon", false);
    place.window().awaitOne();
    model.ask("dang ky khai sinh", false);
    place.window().runOne();
    assertThat(model.findings().get()).as("the late answer").isNull();
    place.window().runOne();
    assertThat(model.findings().get().asked()).isEqualTo("dang ky khai sinh");
  }

  @Test
  void decomposedLettersAreComposedAndTheTypedTextStaysAsItIs() {
    ask("đa\u0306ng ky\u0301 khai sinh");
    assertThat(model.findings().get().asked()).isEqualTo("đăng ký khai sinh");
    assertThat(model.selected().get().id()).isEqualTo("1.001193");
  }

  @Test
  void arrowsStopAtBothEnds() {
    ask("dang ky khai sinh");
    model.move(-5);
    assertThat(model.selected().get()).isEqualTo(model.findings().get().rows().getFirst());
    model.move(500);
    assertThat(model.selected().get()).isEqualTo(model.findings().get().rows().getLast());
  }

  @Test
  void narrowingKeepsTheChosenHitWhileItFits() {
    ask("dang ky khai sinh");
    LookupHit second = model.findings().get().rows().get(1);
    model.select(second);
    model.narrow(SearchFilter.ALL.withKinds(EnumSet.of(RecordKind.PROCEDURE)));
    take();
    assertThat(model.selected().get().id()).isEqualTo(second.id());
    assertThat(model.findings().get().rows()).allMatch(hit -> hit.kind() == RecordKind.PROCEDURE);
    model.narrow(SearchFilter.ALL.withKinds(EnumSet.of(RecordKind.POWER)));
    take();
    assertThat(model.findings().get().rows()).allMatch(hit -> hit.kind() == RecordKind.POWER);
  }

  @Test
  void noWordsMeanNothingFound() {
    ask("dang ky khai sinh");
    model.narrow(SearchFilter.ALL.withKinds(EnumSet.of(RecordKind.PROCEDURE)));
    take();
    model.ask("  ", true);
    assertThat(model.findings().get()).isNull();
    assertThat(model.selected().get()).isNull();
    assertThat(model.filter().get()).isEqualTo(SearchFilter.ALL);
  }

  @Test
  void anotherDayIsAnotherAnswer() {
    ask("dang ky khai sinh");
    place.look(new Standpoint(sample.unit(), LocalDate.of(2025, 1, 1)));
    model.askAgain();
    take();
    assertThat(model.findings().get().asked()).isEqualTo("dang ky khai sinh");
  }

  private void ask(String words) {
    model.ask(words, false);
    take();
  }

  private void take() {
    LookupViewModel.Findings before = model.findings().get();
    place.runUntil(() -> model.findings().get() != before);
  }
}

package vn.roquyen.ui.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.service.AnswerCard;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.TestPlace;

final class CardViewModelTest {
  @TempDir static Path folder;
  private static SampleRegister sample;

  @RegisterExtension final TestPlace place = new TestPlace();
  private CardViewModel model;

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
    model =
        new CardViewModel(
            Cards.sources(sample.wiring(), folder.resolve("phiếu")), place.at("card"));
  }

  @Test
  void theCardOfAProcedureComesWithSimilarMatters() {
    model.open("1.001193", true);
    place.runUntil(() -> model.shown().get() != null);
    CardViewModel.Shown shown = model.shown().get();
    assertThat(shown.card().competence().answer()).isEqualTo(Answer.COMMUNE);
    assertThat(shown.similar()).isNotEmpty();
    assertThat(shown.similar()).noneMatch(hit -> hit.id().equals("1.001193"));
  }

  @Test
  void aCardThatWasClosedDoesNotComeBack() {
    model.open("1.001193", true);
    place.window().awaitOne();
    model.close();
    place.window().runOne();
    assertThat(model.shown().get()).isNull();
  }

  @Test
  void theWholeCardFollowsTheDay() {
    model.open("1.001193", true);
    place.runUntil(() -> model.shown().get() != null);
    LocalDate other = LocalDate.of(2026, 3, 2);
    place.look(new Standpoint(sample.unit(), other));
    model.refresh();
    place.runUntil(() -> model.shown().get().card().place().date().equals(other));
  }

  @Test
  void deadlinesAreCountedFromTheDayOneChooses() {
    model.open("1.001193", true);
    place.runUntil(() -> model.shown().get() != null);
    AnswerCard.Filing filing =
        new AnswerCard.Filing(
            "Trực tiếp",
            new TimeLimit(10, TimeLimit.Unit.WORKING_DAY),
            null,
            null,
            null,
            null,
            false);
    assertThat(CardViewModel.due(model.shown().get(), filing, LocalDate.of(2026, 11, 10)).day())
        .as("24 November is a day off")
        .isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(
            CardViewModel.due(model.shown().get(), filing, LocalDate.of(2026, 12, 28))
                .provisional())
        .isTrue();
  }

  @Test
  void anUnknownRecordIsToldAndNotShown() {
    model.open("khong-co", true);
    assertThat(place.expectFailure()).isInstanceOf(Fault.class);
    assertThat(model.shown().get()).isNull();
  }
}

package vn.roquyen.ui.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.service.AnswerCard;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.WindowQueue;
import vn.roquyen.ui.common.Workplace;

final class CardViewModelTest {
  @TempDir static Path folder;
  private static SampleRegister sample;

  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final SimpleObjectProperty<@Nullable Standpoint> standpoint =
      new SimpleObjectProperty<>();
  private final List<Throwable> failures = new ArrayList<>();
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
    standpoint.set(new Standpoint(sample.unit(), SampleRegister.TODAY));
    model =
        new CardViewModel(
            Cards.sources(sample.wiring(), folder.resolve("phiếu")),
            new Workplace(background.lane("card"), standpoint, failures::add));
  }

  @AfterEach
  void end() {
    background.close();
  }

  @Test
  void theCardOfAProcedureComesWithSimilarMatters() {
    model.open("1.001193", true);
    window.runUntil(() -> model.shown().get() != null);
    CardViewModel.Shown shown = model.shown().get();
    assertThat(shown.card().competence().answer()).isEqualTo(Answer.COMMUNE);
    assertThat(shown.similar()).isNotEmpty();
    assertThat(shown.similar()).noneMatch(hit -> hit.id().equals("1.001193"));
    assertThat(failures).isEmpty();
  }

  @Test
  void aCardThatWasClosedDoesNotComeBack() {
    model.open("1.001193", true);
    window.awaitOne();
    model.close();
    window.runOne();
    assertThat(model.shown().get()).isNull();
  }

  @Test
  void theWholeCardFollowsTheDay() {
    model.open("1.001193", true);
    window.runUntil(() -> model.shown().get() != null);
    LocalDate other = LocalDate.of(2026, 3, 2);
    standpoint.set(new Standpoint(sample.unit(), other));
    model.refresh();
    window.runUntil(() -> model.shown().get().card().place().date().equals(other));
  }

  @Test
  void deadlinesAreCountedFromTheDayOneChooses() {
    model.open("1.001193", true);
    window.runUntil(() -> model.shown().get() != null);
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
    window.runUntil(() -> !failures.isEmpty());
    assertThat(failures).singleElement().isInstanceOf(Fault.class);
    assertThat(model.shown().get()).isNull();
  }
}

package vn.roquyen.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.roquyen.TurnedClock;
import vn.roquyen.domain.Commune;
import vn.roquyen.ui.common.Standpoint;

final class ShellViewModelTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Commune UNIT =
      new Commune("03160", "Xã", "Mường Nhé", "Xã Mường Nhé", "11", List.of());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final TurnedClock clock =
      new TurnedClock(TODAY.atTime(23, 59).atZone(ZONE).toInstant(), ZONE);
  private final ShellViewModel model = new ShellViewModel(clock);

  @Test
  void theStandpointIsKnownWithTheCommuneAndFollowsTheDay() {
    assertThat(model.standpoint().get()).isNull();
    model.setUnit(UNIT);
    assertThat(model.standpoint().get()).isEqualTo(new Standpoint(UNIT, TODAY));
    model.setDate(LocalDate.of(2027, 3, 1));
    assertThat(model.standpoint().get().date()).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(model.otherDay().get()).isTrue();
    model.backToToday();
    assertThat(model.otherDay().get()).isFalse();
  }

  @Test
  void midnightPassesWhileTheWindowIsOpen() {
    model.setUnit(UNIT);
    clock.now = clock.now.plusSeconds(120);
    model.dayMayHaveChanged();
    assertThat(model.date().get()).isEqualTo(TODAY.plusDays(1));
    assertThat(model.otherDay().get()).isFalse();
  }

  @Test
  void aChosenDayStaysThroughMidnight() {
    model.setDate(LocalDate.of(2025, 7, 1));
    clock.now = clock.now.plusSeconds(120);
    model.dayMayHaveChanged();
    assertThat(model.date().get()).isEqualTo(LocalDate.of(2025, 7, 1));
  }

  @Test
  void theRegisterIsSeenAsItWasOnDaysThatItKnew() {
    model.setUnit(UNIT);
    assertThat(model.knew(TODAY.minusDays(1))).as("empty").isFalse();
    model.setBegins(TODAY.minusDays(2));
    assertThat(model.knew(TODAY.minusDays(3))).isFalse();
    assertThat(model.knew(TODAY.minusDays(2))).isTrue();
    assertThat(model.knew(TODAY)).as("that is now").isFalse();
    model.setKnown(TODAY.minusDays(1));
    assertThat(model.standpoint().get())
        .isEqualTo(new Standpoint(UNIT, TODAY.minusDays(1), TODAY.minusDays(1)));
    assertThat(model.otherDay().get()).isTrue();
    model.backToToday();
    assertThat(model.standpoint().get()).isEqualTo(new Standpoint(UNIT, TODAY, null));
    assertThat(model.otherDay().get()).isFalse();
  }
}

package vn.roquyen.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.roquyen.TurnedClock;
import vn.roquyen.service.Progress.Phase;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Watch;

final class RoundReportTest {
  private final List<Runnable> window = new ArrayList<>();
  private final List<RoundReport.Running> shown = new ArrayList<>();
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-24T02:00:00Z"));

  @Test
  void whatIsLeftFollowsFromThePaceAndOnlyTheNewestReportIsShown() {
    try (Background background = new Background(window::add)) {
      RoundReport report = new RoundReport("kho", Duration.ofSeconds(70), clock);
      Watch<RoundReport.Running> watch = new Watch<>(background, report, shown::add);
      watch.at(Phase.SEND, 0, 7);
      run();
      assertThat(shown.getLast().left()).isEqualTo(Duration.ofSeconds(70));
      clock.now = clock.now.plusSeconds(20);
      watch.at(Phase.SEND, 1, 7);
      watch.at(Phase.SEND, 2, 7);
      assertThat(window).hasSize(1);
      run();
      assertThat(shown).hasSize(2);
      assertThat(shown.getLast().done()).isEqualTo(2);
      assertThat(shown.getLast().left()).isEqualTo(Duration.ofSeconds(50));
      watch.at(Phase.FETCH, 0, 4);
      run();
      assertThat(shown.getLast().left()).isNull();
      clock.now = clock.now.plusSeconds(3);
      watch.at(Phase.FETCH, 3, 4);
      run();
      assertThat(shown.getLast().left()).isEqualTo(Duration.ofSeconds(1));
    }
  }

  private void run() {
    List<Runnable> waiting = List.copyOf(window);
    window.clear();
    waiting.forEach(Runnable::run);
  }
}

package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.ReplicaId;

/** When a store is asked again. */
final class BackoffTest {

  @Test
  void waitsDoubleUpToHalfAnHourAndNeverTheSameForAll() {
    Backoff backoff = new Backoff(new Random(1));
    long most = Backoff.FIRST.toMillis();
    for (int i = 0; i < 40; i++) {
      assertThat(backoff.afterFailure(null).toMillis()).isBetween(most / 2, most);
      most = Math.min(2 * most, Backoff.LONGEST.toMillis());
    }
    backoff.succeeded();
    assertThat(backoff.afterFailure(null)).isLessThanOrEqualTo(Backoff.FIRST);
  }

  @Test
  void whatAStoreAskedForIsNeverCutShort() {
    Backoff backoff = new Backoff(new Random(2));
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.afterFailure(Duration.ofMinutes(40)))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(40));
    }
  }

  @Test
  void fault72ThreeThousandCommunesComeSpreadOverHalfAnHour() {
    int[] minutes = new int[30];
    Random random = new Random(3);
    for (int i = 0; i < 3_321; i++) {
      Duration at = Backoff.spread(new ReplicaId(random.nextLong()), Duration.ofMinutes(30));
      minutes[(int) at.toMinutes()]++;
    }
    // 111 a minute on average.
    for (int count : minutes) {
      assertThat(count).isBetween(60, 170);
    }
  }
}

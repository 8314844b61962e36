package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.roquyen.TurnedClock;

final class HybridClockTest {
  private final TurnedClock wall =
      new TurnedClock(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.ofHours(7));
  private final Hlc root = time("2026-11-01T00:00:00Z");

  @Test
  void timesGrowWithinOneMillisecondAndFollowTheWall() {
    HybridClock clock = new HybridClock(wall, Hlc.ZERO, root);
    Hlc first = clock.next();
    assertThat(first).isEqualTo(Hlc.ofMillis(wall.now.toEpochMilli()));
    assertThat(clock.next()).isEqualTo(first.next());
    wall.now = wall.now.plusMillis(1);
    assertThat(clock.next()).isEqualTo(Hlc.ofMillis(wall.now.toEpochMilli()));
  }

  @Test
  void aFullCounterRunsOverIntoTheMilliseconds() {
    Hlc full = new Hlc((5L << 16) | 0xffff);
    assertThat(full.next()).isEqualTo(Hlc.ofMillis(6));
    assertThat(full.millis()).isEqualTo(5);
    assertThat(full.counter()).isEqualTo(0xffff);
  }

  @Test
  void fault30_aClockTenYearsBackRefusesToSignAndSaysBothTimes() {
    HybridClock clock = new HybridClock(wall, time("2026-11-20T00:00:00Z"), root);
    wall.now = Instant.parse("2016-11-24T08:00:00Z");
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(clock::next)
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(FaultCode.CLOCK_BEHIND);
              assertThat(fault.arguments()).containsExactly("24/11/2016 15:00", "20/11/2026 07:00");
            });
    wall.now = Instant.parse("2026-11-24T08:00:00Z");
    assertThat(clock.next()).isGreaterThan(root);
  }

  @Test
  void fault30_aClockFarAheadRefusesToSign() {
    HybridClock clock = new HybridClock(wall, Hlc.ZERO, root);
    wall.now = Instant.parse("2099-01-01T00:00:00Z");
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(clock::next)
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(FaultCode.CLOCK_AHEAD));
  }

  @Test
  void fault31_anothersClockIn2099KeepsNobodyFromWriting() {
    HybridClock clock = new HybridClock(wall, Hlc.ZERO, root);
    clock.seen(time("2099-01-01T00:00:00Z"));
    Hlc next = clock.next();
    assertThat(next).isLessThanOrEqualTo(time("2026-11-25T08:00:00Z").next());
    wall.now = wall.now.plus(Duration.ofDays(3));
    assertThat(clock.next()).isEqualTo(Hlc.ofMillis(wall.now.toEpochMilli()));
  }

  @Test
  void ownChangesComeAfterWhatWasSeen() {
    HybridClock clock = new HybridClock(wall, Hlc.ZERO, root);
    Hlc seen = time("2026-11-24T09:00:00Z");
    clock.seen(seen);
    assertThat(clock.next()).isEqualTo(seen.next());
  }

  @Test
  void fault32_timesGrowWhateverTheWallClockDoesWithinADay() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      wall.now = Instant.parse("2026-11-24T08:00:00Z");
      HybridClock clock = new HybridClock(wall, Hlc.ZERO, root);
      Hlc before = Hlc.ZERO;
      for (int i = 0; i < 100; i++) {
        wall.now = Instant.parse("2026-11-24T08:00:00Z").plusSeconds(random.nextInt(86_000));
        Hlc next = clock.next();
        assertThat(next).as("seed %d", seed).isGreaterThan(before);
        before = next;
      }
    }
  }

  private static Hlc time(String instant) {
    return Hlc.ofMillis(Instant.parse(instant).toEpochMilli());
  }
}

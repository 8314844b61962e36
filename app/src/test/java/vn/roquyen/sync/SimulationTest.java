package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Random histories of machines that exchange over bad networks and bad disks. {@code -Dsim.seed=N}
 * repeats one, {@code -Psim} runs a hundred thousand.
 */
final class SimulationTest {
  private static final int FAULTS = 80;
  private static final SimSpace SPACE = new SimSpace();

  /** What every run must have brought about, by the numbers of the faults. */
  private static final int[] COVERED = {
    1, 2, 4, 6, 8, 9, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 37, 38, 41, 42,
    44, 45, 46, 47, 49, 51, 53, 57, 62, 74
  };

  @Test
  void nothingIsLostNothingForeignIsTakenAndAllEndAlike() {
    Long one = Long.getLong("sim.seed");
    int[] injected = new int[FAULTS];
    if (one != null) {
      run(one, injected, System.out::println);
      return;
    }
    long first = Long.getLong("sim.first", 0);
    int seeds = Integer.getInteger("sim.seeds", 1_000);
    for (long seed = first; seed < first + seeds; seed++) {
      run(seed, injected, step -> {});
    }
    for (int fault : COVERED) {
      assertThat(injected[fault]).as("how often fault %d was brought about", fault).isPositive();
    }
  }

  private static void run(long seed, int[] injected, Consumer<String> story) {
    try {
      new Simulation(SPACE, seed, injected, story).run();
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError("seed " + seed + ", repeat it with -Dsim.seed=" + seed, failure);
    }
  }
}

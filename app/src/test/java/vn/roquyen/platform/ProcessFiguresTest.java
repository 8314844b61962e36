package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessFiguresTest {
  @Test
  void readsTheKernelsClocksAlsoWithBracketsInTheCommandName() {
    String stat =
        "4711 (java (x) y) S 1 4711 1 0 -1 4194304 9 0 0 0 50 20 0 0 20 0 31 0 653164 3018996 0";
    assertThat(ProcessFigures.since(stat, "6532.39 10718.31\n")).isEqualTo(Duration.ofMillis(750));
  }

  @Test
  void growsAndIsNotNegative() {
    Duration first = ProcessFigures.age();
    Duration second = ProcessFigures.age();
    assertThat(first).isPositive();
    assertThat(second).isGreaterThanOrEqualTo(first);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void peakMemoryIsAtLeastTheHeapInUse() {
    Runtime machine = Runtime.getRuntime();
    long heap = (machine.totalMemory() - machine.freeMemory()) >> 20;
    assertThat(ProcessFigures.peakMemory()).isGreaterThan(heap);
  }
}

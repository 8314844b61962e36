package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DayKeyTest {

  @Test
  void everyDayIsReadAsItIsWritten() {
    for (long day = -720_000; day < 6_000_000; day += 577) {
      LocalDate date = LocalDate.ofEpochDay(day);
      assertThat(DayKey.parse(date.toString())).isEqualTo(date);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30",
        "2026-13-01",
        "2026-1-01x",
        "+026-01-01",
        "2026-01-1 ",
        "20260-1-01",
        "٢٠٢٦-01-01",
        "2026/01/01",
        "2026-01-01T00"
      })
  void whatIsNoDayIsNone(String key) {
    assertThatThrownBy(() -> DayKey.parse(key)).isInstanceOf(DateTimeException.class);
  }
}

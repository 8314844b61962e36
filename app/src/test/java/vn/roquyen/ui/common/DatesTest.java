package vn.roquyen.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatesTest {
  @ParameterizedTest
  @CsvSource({
    "24/11/2026,2026-11-24",
    "3/9/2026,2026-09-03",
    "03-09-2026,2026-09-03",
    " 29.2.2028 ,2028-02-29"
  })
  void daysAreReadAsPeopleWriteThem(String typed, LocalDate day) {
    assertThat(Dates.parse(typed)).isEqualTo(day);
    assertThat(Dates.parse(Dates.text(day))).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hôm nay", "29/02/2026", "2026-11-24", "32/1/2026", "1/13/2026"})
  void whatIsNoDayIsRefused(String typed) {
    assertThat(Dates.parse(typed)).isNull();
  }
}

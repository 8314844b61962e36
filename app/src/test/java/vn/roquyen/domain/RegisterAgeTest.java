package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegisterAgeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,FRESH", "6,FRESH", "7,AMBER", "8,AMBER", "29,AMBER", "30,RED", "31,RED"})
  void fault35_anOldRegisterIsAmberAfterAWeekAndRedAfterAMonth(long days, RegisterAge.Level level) {
    RegisterAge age = RegisterAge.of(NOW.minusSeconds(days * 86_400), NOW);
    assertThat(age).isEqualTo(new RegisterAge(days, level));
  }

  @ParameterizedTest
  @CsvSource({"3600", "86400", "315360000"})
  void aTimeInTheFutureIsNoAge(long seconds) {
    assertThat(RegisterAge.of(NOW.plusSeconds(seconds), NOW).days()).isZero();
  }
}

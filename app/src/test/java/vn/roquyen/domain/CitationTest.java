package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which provision a text names, in which order they stand, and what lies within what. */
final class CitationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "điểm a khoản 2 Điều 5",
        "Điều 5 khoản 2 điểm a",
        "Điểm a, khoản 2, Điều 5",
        "  ĐIỀU 5; Khoản 2;  điểm A ",
        "diem a khoan 2 dieu 5",
        "Ðiểm a khoản 2 Ðiều 5"
      })
  void oneProvisionIsReadInWhateverOrderItIsWritten(String text) {
    assertThat(Citation.read(text)).isEqualTo(new Citation("5", "2", "a"));
    assertThat(Objects.requireNonNull(Citation.read(text)).text())
        .isEqualTo("điểm a khoản 2 Điều 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "khoản 2",
        "điểm a",
        "khoản 1, khoản 2 Điều 5",
        "khoản 1, 2 Điều 5",
        "Điều 5 và Điều 6",
        "Điều 5 Quy định ban hành kèm theo",
        "Phụ lục I",
        "Điều a",
        "khoản 2 Điều 5-7"
      })
  void whatIsNotClearlyOneProvisionStaysWords(String text) {
    assertThat(Citation.read(text)).isNull();
  }

  @Test
  void provisionsStandInTheOrderOfTheDocument() {
    List<String> written =
        List.of(
            "Điều 5",
            "khoản 1 Điều 5",
            "khoản 2 Điều 5",
            "điểm d khoản 2 Điều 5",
            "điểm đ khoản 2 Điều 5",
            "điểm e khoản 2 Điều 5",
            "khoản 2a Điều 5",
            "khoản 10 Điều 5",
            "Điều 5a",
            "Điều 10");
    Stream<Citation> shuffled =
        written.reversed().stream().map(text -> Objects.requireNonNull(Citation.read(text)));
    assertThat(shuffled.sorted().map(Citation::text)).isEqualTo(written);
  }

  @Test
  void aClauseLiesInItsArticleAndNoPointDIsAPointWithAStroke() {
    assertThat(covers("Điều 5", "điểm a khoản 2 Điều 5")).isTrue();
    assertThat(covers("khoản 2 Điều 5", "khoản 2 Điều 5")).isTrue();
    assertThat(covers("khoản 2 Điều 5", "Điều 5")).isFalse();
    assertThat(covers("khoản 2 Điều 5", "khoản 20 Điều 5")).isFalse();
    assertThat(covers("điểm d khoản 2 Điều 5", "điểm đ khoản 2 Điều 5")).isFalse();
  }

  private static boolean covers(String whole, String part) {
    return Objects.requireNonNull(Citation.read(whole))
        .covers(Objects.requireNonNull(Citation.read(part)));
  }
}

package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CborTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void everyKindOfValueComesBackAsItWas() {
    for (Object value :
        Arrays.asList(
            null,
            true,
            false,
            0,
            23,
            24,
            255,
            256,
            65_535,
            65_536,
            -1,
            -25,
            Integer.MIN_VALUE,
            1L << 40,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            "",
            "Xã Mường Nhé",
            "chữ lạ \uFFFD giữ nguyên",
            LocalDate.of(2026, 11, 24),
            LocalDate.of(1954, 5, 7),
            ByteBuffer.wrap(new byte[] {1, 2}).asReadOnlyBuffer(),
            List.of(),
            List.of(Map.of("name", "Tờ khai", "copies", "01"), Map.of()))) {
      byte[] encoded = new CborWriter().value(value).toBytes();
      CborReader in = new CborReader(encoded);
      assertThat(in.value()).isEqualTo(value);
      in.end();
    }
  }

  /** Examples of RFC 8949, appendix A. */
  @ParameterizedTest
  @CsvSource({
    "17, 23",
    "1818, 24",
    "1903e8, 1000",
    "1a000f4240, 1000000",
    "1b000000e8d4a51000, 1000000000000",
    "20, -1",
    "3863, -100"
  })
  void numbersAreWrittenAsTheStandardSays(String hex, long number) {
    assertThat(HEX.formatHex(new CborWriter().number(number).toBytes())).isEqualTo(hex);
    assertThat(new CborReader(HEX.parseHex(hex)).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1817", // 23 in two bytes
        "190018", // 24 in three
        "1a0000ffff",
        "1b00000000ffffffff",
        "1bffffffffffffffff", // beyond 63 bits
        "5f4101ff", // indefinite bytes
        "7f6161ff", // indefinite text
        "9f01ff", // indefinite array
        "bf616101ff", // indefinite map
        "f90000", // floats
        "fa00000000",
        "fb0000000000000000",
        "f7", // undefined
        "f816", // null in two bytes
        "1c", // reserved heads
        "5d",
        "ff",
        "a2616201616101", // keys not ascending
        "a2616101616102", // key twice
        "a261610261020161", // key no text
        "61ff", // not UTF-8
        "63eda080", // a lone surrogate
        "62c080", // an overlong zero
        "c11a00000000", // a tag of another kind
        "d8641bffffffff00000000", // a date beyond all
        "d864f6",
        "42", // ends early
        "82",
        "a1",
        ""
      })
  void whatIsNotDeterministicIsRefused(String hex) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> {
              CborReader in = new CborReader(HEX.parseHex(hex));
              in.value();
              in.end();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9a7fffffff00",
        "9bffffffffffffffff",
        "ba7fffffff00",
        "5a7fffffff00",
        "7a7fffffff00"
      })
  void fault48_hugeLengthsAreRefusedBeforeAnythingIsAllocated(String hex) {
    byte[] input = HEX.parseHex(hex);
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new CborReader(input).value());
    Cost cost = Cost.ofReading(() -> new CborReader(input).value());
    assertThat(cost.bytes()).isLessThan(64 * 1024);
  }

  @Test
  void fault48_deepNestingIsRefused() {
    byte[] nested = new byte[200_000];
    Arrays.fill(nested, (byte) 0x81);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> new CborReader(nested).value())
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY));
  }

  @Test
  void trailingBytesAreRefused() {
    CborReader in = new CborReader(new byte[] {1, 1});
    in.value();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(in::end)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TRAILING_BYTES));
  }
}

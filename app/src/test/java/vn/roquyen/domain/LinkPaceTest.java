package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LinkPaceTest {
  @Test
  void theSlowestLinkTakesItsTimePerFileAndPerByte() {
    assertThat(LinkPace.SLOWEST.expected(12, 48_000)).isEqualTo(Duration.ofMillis(29_100));
    assertThat(LinkPace.SLOWEST.expected(0, 0)).isZero();
  }

  @Test
  void whatWasMeasuredForeseesTheNext() {
    LinkPace pace = LinkPace.measured(4, 16_000, Duration.ofMillis(970));
    assertThat(pace.share()).isEqualTo(0.1);
    assertThat(pace.expected(8, 32_000)).isEqualTo(Duration.ofMillis(1_940));
    assertThat(LinkPace.measured(0, 0, Duration.ZERO).expected(1, 0)).isPositive();
  }

  @Test
  void whatIsNoPaceIsRefused() {
    for (double share : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new LinkPace(share));
    }
  }
}

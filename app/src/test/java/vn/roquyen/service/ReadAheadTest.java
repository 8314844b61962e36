package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

@Timeout(60)
final class ReadAheadTest {

  @Test
  void allComesInOrder() {
    try (ReadAhead<Integer> read =
        new ReadAhead<>(sink -> IntStream.range(0, 10_000).forEach(sink::accept), 7)) {
      assertThat(read.stream())
          .containsExactlyElementsOf(IntStream.range(0, 10_000).boxed().toList());
      assertThat(read.hasNext()).isFalse();
    }
  }

  @Test
  void noMoreThanTheCapacityIsReadAhead() {
    AtomicInteger made = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();
    try (ReadAhead<Integer> read =
        new ReadAhead<>(
            sink ->
                IntStream.range(0, 500)
                    .forEach(
                        number -> {
                          made.incrementAndGet();
                          sink.accept(number);
                        }),
            4)) {
      while (read.hasNext()) {
        seen.add(read.next());
        // One may be in the hands of the reader, one was just taken for hasNext().
        assertThat(made.get()).isLessThanOrEqualTo(seen.size() + 6);
      }
    }
    assertThat(seen).hasSize(500);
  }

  @Test
  void whatTheReaderThrowsReachesTheOtherThread() {
    try (ReadAhead<String> read =
        new ReadAhead<>(
            sink -> {
              sink.accept("a");
              throw new Fault(FaultCode.CANCELLED);
            },
            4)) {
      assertThat(read.next()).isEqualTo("a");
      assertThatThrownBy(read::hasNext).isInstanceOf(Fault.class);
      assertThatThrownBy(read::next).isInstanceOf(Fault.class);
    }
  }

  @Test
  void closingEarlyLetsTheReaderEndInOrder() {
    AtomicBoolean released = new AtomicBoolean();
    ReadAhead<Integer> read =
        new ReadAhead<>(
            sink -> {
              try {
                IntStream.iterate(0, number -> number + 1).forEach(sink::accept);
              } finally {
                released.set(true);
              }
            },
            2);
    assertThat(read.next()).isZero();
    read.close();
    assertThat(released).isTrue();
  }

  @Test
  void anInterruptOfTheCallerDoesNotReachTheReader() {
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread.currentThread().interrupt();
    try (ReadAhead<Integer> read =
        new ReadAhead<>(
            sink -> {
              IntStream.range(0, 100).forEach(sink::accept);
              interrupted.set(Thread.currentThread().isInterrupted());
            },
            2)) {
      assertThat(read.stream().count()).isEqualTo(100);
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(interrupted).isFalse();
  }
}

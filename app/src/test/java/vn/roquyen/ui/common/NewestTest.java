package vn.roquyen.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NewestTest {
  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final List<String> taken = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final Newest<String> newest =
      new Newest<>(background.lane("test"), taken::add, failures::add);

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void aLateAnswerIsDropped() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    newest.ask(
        () -> {
          started.countDown();
          go.await();
          return "cũ";
        });
    started.await();
    newest.ask(() -> "mới");
    go.countDown();
    window.runOne();
    assertThat(taken).isEmpty();
    window.runOne();
    assertThat(taken).containsExactly("mới");
    assertThat(failures).isEmpty();
  }

  @Test
  void theFailureOfTheNewestQuestionIsToldAndThatOfAnOlderIsNot() {
    newest.ask(
        () -> {
          throw new IllegalStateException("a");
        });
    window.runOne();
    assertThat(failures).hasSize(1);
    newest.ask(
        () -> {
          throw new IllegalStateException("b");
        });
    newest.drop();
    window.runOne();
    assertThat(failures).hasSize(1);
    assertThat(taken).isEmpty();
  }
}

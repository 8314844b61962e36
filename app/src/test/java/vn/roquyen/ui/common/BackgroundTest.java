package vn.roquyen.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class BackgroundTest {
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Background background = new Background(Runnable::run);

  @Test
  void exactlyOneHandlerIsToldAndAFailureIsNeverLost() {
    Background.Lane lane = background.lane("a");
    lane.run(() -> "done", told::add, failure -> told.add("failed"));
    lane.run(
        () -> {
          throw new IllegalStateException("broken");
        },
        done -> told.add("wrong"),
        failure -> told.add(failure.getMessage()));
    lane.run(
        () -> {
          throw new StackOverflowError("error");
        },
        done -> told.add("wrong"),
        failure -> told.add(failure.getMessage()));
    lane.run(() -> "after", told::add, failure -> told.add("failed"));
    background.close();
    assertThat(told).containsExactly("done", "broken", "error", "after");
  }

  @Test
  void closingWaitsForRunningWorkWithoutInterruptingIt() throws InterruptedException {
    Background.Lane lane = background.lane("database");
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    lane.run(
        () -> {
          started.countDown();
          try {
            go.await();
          } catch (InterruptedException wrong) {
            interrupted.set(true);
          }
          interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
          return "ended";
        },
        told::add,
        failure -> told.add("failed"));
    started.await();
    lane.runLatest(() -> "newer", told::add, failure -> told.add("failed"));
    Thread closing = Thread.ofPlatform().start(background::close);
    Thread.onSpinWait();
    go.countDown();
    closing.join();
    assertThat(interrupted).isFalse();
    assertThat(told).containsExactly("ended", "newer");
  }

  @Test
  void anInterruptOfTheClosingThreadDoesNotReachTheWork() throws InterruptedException {
    Background.Lane lane = background.lane("database");
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicReference<Throwable> seen = new AtomicReference<>();
    lane.run(
        () -> {
          started.countDown();
          go.await();
          return "ended";
        },
        told::add,
        seen::set);
    started.await();
    Thread closing = Thread.ofPlatform().start(background::close);
    closing.interrupt();
    go.countDown();
    closing.join();
    assertThat(seen).hasNullValue();
    assertThat(told).containsExactly("ended");
  }

  @Test
  void onlyTheNewestOfWaitingQuestionsIsAnswered() throws InterruptedException {
    Background.Lane lane = background.lane("lookup");
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    lane.runLatest(
        () -> {
          started.countDown();
          go.await();
          return "first";
        },
        told::add,
        failure -> told.add("failed"));
    started.await();
    lane.runLatest(() -> "second", told::add, failure -> told.add("failed"));
    lane.runLatest(
        () -> "third",
        done -> {
          told.add(done);
          last.countDown();
        },
        failure -> told.add("failed"));
    go.countDown();
    last.await();
    background.close();
    assertThat(told).containsExactly("first", "third");
  }

  @Test
  void nothingInTheWindowInterruptsAThread() {
    var window =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.roquyen.ui");
    assertThat(window).hasSizeGreaterThan(5);
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Background.class.getName())
        .should()
        .callMethod(Thread.class, "interrupt")
        .orShould()
        .callMethod(Future.class, "cancel", boolean.class)
        .orShould()
        .callMethod("java.util.concurrent.ExecutorService", "shutdownNow")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.concurrent.Task")
        .check(window);
  }
}

package vn.roquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

final class InstanceLockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private AppPaths paths;

  @BeforeEach
  void paths() {
    paths = new AppPaths(folder.resolve("Nguyễn Văn Ấn").resolve("Dữ liệu"));
  }

  @Test
  void oneProcessAtATimeAndTheNextWhenItIsClosed() {
    try (InstanceLock first = InstanceLock.acquire(paths)) {
      assertThat(first).isNotNull();
      assertThat(InstanceLock.tryAcquire(paths)).isNull();
      assertThatThrownBy(() -> InstanceLock.acquire(paths))
          .isInstanceOfSatisfying(
              Fault.class,
              fault -> assertThat(fault.code()).isEqualTo(FaultCode.DATA_FOLDER_IN_USE));
    }
    InstanceLock.acquire(paths).close();
  }

  @Test
  void anotherProcessIsKeptOutAndItsDeathFreesTheFolder() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('L');
      AppPaths held = new AppPaths(folder);
      assertThat(InstanceLock.tryAcquire(held)).isNull();
      holder.destroyForcibly().waitFor();
      assertThat(held.lock()).as("the stale file").exists();
      InstanceLock.acquire(held).close();
    } finally {
      holder.destroyForcibly();
    }
  }

  /** Holds a lock until it is killed. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      InstanceLock lock = InstanceLock.acquire(new AppPaths(Path.of(arguments[0])));
      System.out.print('L');
      System.out.flush();
      System.in.read();
      lock.close();
    }
  }

  @Test
  void aSecondStartCallsTheFirst() throws Exception {
    Files.createDirectories(paths.data());
    CountDownLatch called = new CountDownLatch(2);
    try (InstanceCalls calls = InstanceCalls.listen(paths, called::countDown)) {
      assertThat(InstanceCalls.call(paths, PATIENCE)).isTrue();
      assertThat(InstanceCalls.call(paths, PATIENCE)).isTrue();
      assertThat(called.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aCallThatNobodyAnswersLeavesNothingBehind() throws IOException {
    Files.createDirectories(paths.data());
    assertThat(InstanceCalls.call(paths, Duration.ofMillis(1))).isFalse();
    try (var files = Files.list(paths.data())) {
      assertThat(files).isEmpty();
    }
  }
}

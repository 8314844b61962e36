package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.RemoteState;

/** A store in a folder. */
final class FolderRemoteTest implements RemoteContract {
  @TempDir Path folder;

  @Override
  public Remote remote() {
    return new RemoteAddress("folder:" + folder, null, null, null).open(Clock.systemUTC());
  }

  @Test
  void nothingButTheObjectStaysBehind() throws IOException {
    try (Remote remote = remote()) {
      remote.probe();
      remote.create("v1/a/c/0", new byte[] {1});
      remote.create("v1/a/c/0", new byte[] {1});
      remote.replace("v1/a/head/x", new byte[] {2});
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> folder.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrder("v1/a/c/0", "v1/a/head/x");
    }
  }

  @Test
  void fault56AStickThatIsNotThereIsNamedAndNotMade() {
    Path stick = folder.resolve("USB của xã");
    try (Remote remote =
        new RemoteAddress("folder:" + stick, null, null, null).open(Clock.systemUTC())) {
      assertThatThrownBy(() -> remote.create("v1/a", new byte[1]))
          .isInstanceOfSatisfying(
              RemoteFailure.class,
              failure -> assertThat(failure.state()).isEqualTo(RemoteState.MEDIUM_GONE));
    }
    assertThat(stick).doesNotExist();
  }

  @Test
  void fault56WhatAPulledStickLeftHalfWrittenIsMended() throws IOException {
    byte[] content = RemoteContract.bytes(900);
    Path torn = folder.resolve("v1/a/c/0");
    Files.createDirectories(torn.getParent());
    Files.write(torn, Arrays.copyOf(content, 512));
    Path empty = folder.resolve("v1/a/c/1");
    Files.write(empty, new byte[900]);
    try (Remote remote = remote()) {
      assertThat(remote.create("v1/a/c/0", content)).isEqualTo(Remote.Made.NOW);
      assertThat(remote.create("v1/a/c/1", content)).isEqualTo(Remote.Made.NOW);
    }
    assertThat(torn).hasBinaryContent(content);
    assertThat(empty).hasBinaryContent(content);
  }
}

package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.RemoteState;

/** What every store must do, whatever is behind it: run against each kind and each real server. */
interface RemoteContract {

  /** Opens the store under test; each test has a store of its own name space. */
  Remote remote();

  /** A name that no other test uses. */
  default String name(String last) {
    return "v1/"
        + Digests.shortTag(
            Thread.currentThread().getName().getBytes(StandardCharsets.UTF_8),
            Long.toString(System.nanoTime()).getBytes(StandardCharsets.UTF_8))
        + "/c/"
        + last;
  }

  @Test
  default void theProbeFindsEverythingAndLeavesTheStoreUsable() {
    try (Remote remote = remote()) {
      Remote.Abilities abilities = remote.probe();
      assertThat(abilities.ranges()).isEqualTo(tagsYoungFilesStrongly());
      assertThat(abilities.conditions()).isTrue();
      remote.recall(abilities);
      assertThat(remote.create(name("0"), new byte[] {7})).isEqualTo(Remote.Made.NOW);
    }
  }

  @Test
  default void fault60EqualBytesAreASuccessAndOtherBytesAFork() throws IOException {
    try (Remote remote = remote()) {
      remote.recall(remote.probe());
      String name = name("41");
      byte[] content = bytes(3_000);
      assertThat(remote.create(name, content)).isEqualTo(Remote.Made.NOW);
      assertThat(remote.create(name, content)).isEqualTo(Remote.Made.BEFORE);
      byte[] other = bytes(3_000);
      other[1_500] ^= 1;
      assertThatThrownBy(() -> remote.create(name, other))
          .isInstanceOfSatisfying(
              RemoteFailure.class,
              failure -> assertThat(failure.state()).isEqualTo(RemoteState.FORK));
      assertThat(read(remote.open(name, 0, null))).isEqualTo(content);
    }
  }

  @Test
  default void anObjectIsReadWholeFromAByteOnAndOnlyWhenItChanged() throws IOException {
    try (Remote remote = remote()) {
      remote.recall(remote.probe());
      String name = name("head");
      byte[] content = bytes(1_000);
      remote.replace(name, content);
      Answer.Found first = (Answer.Found) remote.open(name, 0, null);
      assertThat(read(first)).isEqualTo(content);
      assertThat(first.total()).isEqualTo(1_000);
      assertThat(remote.open(name, 0, first.tag())).isInstanceOf(Answer.Unchanged.class);
      byte[] next = bytes(1_010);
      remote.replace(name, next);
      assertThat(read(remote.open(name, 0, first.tag()))).isEqualTo(next);
      Answer.Found changed = (Answer.Found) remote.open(name, 400, first.tag());
      assertThat(changed.from()).as("fault 64: begins again").isZero();
      assertThat(read(changed)).isEqualTo(next);
    }
  }

  @Test
  default void aBrokenDownloadGoesOnWhereItBroke() throws IOException {
    try (Remote remote = remote()) {
      remote.recall(remote.probe());
      String name = name("7");
      byte[] content = bytes(5_000);
      remote.create(name, content);
      settle();
      Answer.Found whole = (Answer.Found) remote.open(name, 0, null);
      read(whole);
      Answer.Found rest = (Answer.Found) remote.open(name, 4_321, whole.tag());
      assertThat(rest.from()).isEqualTo(4_321);
      assertThat(read(rest)).isEqualTo(Arrays.copyOfRange(content, 4_321, 5_000));
    }
  }

  @Test
  default void whatWasDeletedIsGoneAndMayBeMadeAgain() {
    try (Remote remote = remote()) {
      remote.create("v1/x/s/a/0", new byte[] {1});
      remote.create("v1/x/s/a/1", new byte[] {2});
      remote.delete("v1/x/s/a/0");
      remote.delete("v1/x/s/a/0");
      assertThat(remote.create("v1/x/s/a/0", new byte[] {3})).isEqualTo(Remote.Made.NOW);
      remote.delete("v1/x/s/a/1");
    }
  }

  @Test
  default void whatIsNotThereIsMissing() {
    try (Remote remote = remote()) {
      assertThat(remote.open(name("nothing"), 0, null)).isInstanceOf(Answer.Missing.class);
    }
  }

  /** More than one for a server that looks whether a name is free and takes it in two steps. */
  default long mostWhoGetAName() {
    return 1;
  }

  @Test
  default void ofManyWhoMakeTheSameNameOneWins(@TempDir Path folder) throws Exception {
    String name = name("0");
    try (Remote first = remote()) {
      first.recall(first.probe());
      Remote.Abilities abilities = first.probe();
      ConcurrentLinkedQueue<Object> outcomes = new ConcurrentLinkedQueue<>();
      CountDownLatch start = new CountDownLatch(1);
      Thread[] writers = new Thread[4];
      for (int i = 0; i < writers.length; i++) {
        byte own = (byte) i;
        writers[i] =
            Thread.ofPlatform().start(() -> outcomes.add(race(own, name, abilities, start)));
      }
      start.countDown();
      for (Thread writer : writers) {
        writer.join();
      }
      long winners = outcomes.stream().filter(Remote.Made.NOW::equals).count();
      assertThat(winners).isBetween(1L, mostWhoGetAName());
      assertThat(race((byte) writers.length, name, abilities, start)).isEqualTo(RemoteState.FORK);
      assertThat(outcomes)
          .allMatch(
              each ->
                  each == Remote.Made.NOW
                      || each == RemoteState.FORK
                      || each == RemoteState.BUSY
                      || each == RemoteState.LOCKED);
    }
  }

  private Object race(byte own, String name, Remote.Abilities abilities, CountDownLatch start) {
    try (Remote remote = remote()) {
      remote.recall(abilities);
      start.await();
      return remote.create(name, new byte[] {own, 1, 2});
    } catch (RemoteFailure failure) {
      return failure.state();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Some servers give a strong tag only to an object that is a second old. */
  default void settle() {}

  default boolean tagsYoungFilesStrongly() {
    return true;
  }

  static byte[] bytes(int length) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (0xd2 + i * 31 + i / 256);
    }
    return content;
  }

  static byte[] read(Answer answer) throws IOException {
    try (var content = ((Answer.Found) answer).content()) {
      return content.readAllBytes();
    }
  }
}

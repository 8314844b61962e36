package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Role;

/**
 * Files that were damaged on their way, by chance or on purpose: never applied, never an exception.
 */
final class DamagedFileTest {
  private final Space space = new Space(3);
  private final Space.Member commune = space.member("03160", Role.COMMUNE);
  private final Space.Member hub = space.member("tinh", Role.HUB);

  @Test
  void fault17_truncatedAtEveryByte() {
    hub.knows(commune.certificate);
    byte[] file = commune.write(Space.note("03160", "1", "một hai ba"));
    for (int length = 0; length < file.length; length++) {
      assertRefused(hub.receive(Arrays.copyOf(file, length)), "length " + length);
    }
    assertThat(hub.applied).isEmpty();
  }

  @Test
  void fault18_everySingleBitFlip() {
    hub.knows(commune.certificate);
    byte[] file = commune.write(Space.note("03160", "1", "một hai ba"));
    for (int bit = 0; bit < file.length * 8; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused(hub.receive(flipped), "bit " + bit);
    }
    assertThat(hub.applied).isEmpty();
    assertThat(hub.receive(file)).isInstanceOf(Reception.Applied.class);
  }

  @Test
  void fault18_everySingleBitFlipOfTrustDocuments() {
    SignedDocument rotated =
        new Root(
                2,
                space.trust().root().space(),
                Set.of(space.rootKey.publicKey()),
                1,
                Space.START,
                false,
                1)
            .sign(List.of(space.rootKey));
    for (SignedDocument document : List.of(commune.certificate, rotated)) {
      Space.Member fresh = space.member("x", Role.HUB);
      byte[] file = document.encoded();
      for (int bit = 0; bit < file.length * 8; bit++) {
        byte[] flipped = file.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        Reception answer = fresh.receive(flipped);
        assertThat(answer).as("bit %d", bit).isNotInstanceOf(Reception.Applied.class);
      }
      assertThat(fresh.receive(file)).isInstanceOf(Reception.Applied.class);
    }
  }

  @Test
  void fault19_trailingBytesAndTwoContainersInOneFile() {
    hub.knows(commune.certificate);
    byte[] file = commune.write(Space.note("03160", "1", "một"));
    ReceiverTest.assertReason(
        hub.receive(Arrays.copyOf(file, file.length + 1)), Reason.TRAILING_BYTES);
    byte[] twice = Arrays.copyOf(file, file.length * 2);
    System.arraycopy(file, 0, twice, file.length, file.length);
    ReceiverTest.assertReason(hub.receive(twice), Reason.TRAILING_BYTES);
  }

  @Test
  void fault20_mangledByMail() {
    hub.knows(commune.certificate);
    byte[] file = commune.write(Space.note("03160", "1", "một\nhai\nba"));
    byte[] base64 = Base64.getMimeEncoder().encode(file);
    ReceiverTest.assertReason(hub.receive(base64), Reason.DAMAGED_IN_MAIL);
    ByteArrayOutputStream crlf = new ByteArrayOutputStream();
    boolean feeds = false;
    for (byte each : file) {
      if (each == '\n') {
        crlf.write('\r');
        feeds = true;
      }
      crlf.write(each);
    }
    if (feeds) {
      ReceiverTest.assertReason(hub.receive(crlf.toByteArray()), Reason.DAMAGED_IN_MAIL);
    }
    ReceiverTest.assertReason(
        hub.receive("<html>Đăng nhập</html>".getBytes(StandardCharsets.UTF_8)),
        Reason.NOT_A_CHANGE_FILE);
  }

  @Test
  void randomMutationsAreNeverAppliedAndNeverThrow() {
    hub.knows(commune.certificate);
    commune.write(Space.note("03160", "0", "không"));
    byte[] good = commune.write(Space.note("03160", "1", "một hai ba bốn năm"));
    byte[][] seeds = {good, commune.certificate.encoded(), space.root.encoded()};
    for (int seed = 0; seed < 20_000; seed++) {
      byte[] mutated = mutate(seeds[seed % seeds.length], new Random(seed));
      if (!Arrays.equals(mutated, seeds[seed % seeds.length])) {
        Reception answer = hub.receive(mutated);
        assertThat(answer).as("seed %d", seed).isNotInstanceOf(Reception.Applied.class);
      }
    }
    assertThat(hub.applied).isEmpty();
  }

  private static byte[] mutate(byte[] file, Random random) {
    byte[] mutated = file.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && mutated.length > 2; i++) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(5)) {
        case 0 -> mutated[at] = (byte) random.nextInt(256);
        case 1 -> mutated = Arrays.copyOf(mutated, at);
        case 2 -> mutated = Arrays.copyOf(mutated, mutated.length + random.nextInt(40));
        case 3 -> {
          int from = random.nextInt(mutated.length);
          int count = Math.min(random.nextInt(60), mutated.length - Math.max(at, from));
          System.arraycopy(
              file.clone(),
              Math.min(from, file.length - 1),
              mutated,
              at,
              Math.max(0, Math.min(count, file.length - Math.min(from, file.length - 1))));
        }
        default ->
            mutated[at] =
                (byte) (new int[] {0x18, 0x1b, 0x5f, 0x9f, 0xbf, 0xff, 0xfb}[random.nextInt(7)]);
      }
    }
    return mutated;
  }

  private static void assertRefused(Reception answer, String what) {
    assertThat(answer).as(what).isInstanceOf(Reception.Refused.class);
  }
}

package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.Revocation.LastGood;

/** Which changes count follows from their set alone, whatever the order in which they came. */
final class ForkTest {
  private final Space space = new Space(25);
  private final Space.Member commune = space.member("03160", Role.COMMUNE);

  /** The same key and the same nonce on a second disk. */
  private final Space.Member clone =
      space.new Member(commune.key, commune.certificate, "03160", commune.nonce);

  private final Space.Member third = space.member("03161", Role.COMMUNE);
  private List<SignedDocument> certificates = List.of();

  @Test
  void fault25_fault28_everyReaderChoosesTheSameBranchInEveryOrder() {
    List<byte[]> files = history();
    List<String> expected = null;
    for (int seed = 0; seed < 60; seed++) {
      Space.Member reader = reader();
      List<byte[]> shuffled = new ArrayList<>(files);
      Collections.shuffle(shuffled, new Random(seed));
      // A second round, because a change that follows a branch not yet seen is refused, not held.
      shuffled.forEach(reader::receive);
      shuffled.forEach(reader::receive);
      shuffled.forEach(reader::receive);
      List<String> times = times(reader);
      expected = expected == null ? times : expected;
      assertThat(times).as("seed %d", seed).isEqualTo(expected);
      assertThat(reader.history.size()).isEqualTo(files.size());
      assertThat(reader.history.forks()).hasSize(2);
    }
  }

  @Test
  void fault44_aRevocationTakesBackWhatWasAppliedAndAllReadersAgree() {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      files.add(commune.write(Space.note("03160", "n" + i, "chữ " + i)));
    }
    third.knows(commune.certificate);
    files.forEach(third::receive);
    files.add(third.write(Space.note("03161", "1", "đã thấy tất cả")));
    LastGood last =
        new LastGood(commune.writer.replica(), 1, commune.codec.read(files.get(1)).id().brief());
    SignedDocument revocation =
        space.issuer.revoke(
            1, List.of(new Revocation.Entry(commune.certificate.id().brief(), List.of(last))));
    files.add(revocation.encoded());
    List<String> expected = null;
    for (int seed = 0; seed < 60; seed++) {
      Space.Member reader = reader();
      List<byte[]> shuffled = new ArrayList<>(files);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(reader::receive);
      List<String> times = times(reader);
      expected = expected == null ? times : expected;
      assertThat(times).as("seed %d", seed).hasSize(3).isEqualTo(expected);
    }
  }

  @Test
  void aThiefsBranchDoesNotOutdoTheLastGoodChange() {
    byte[] first = commune.write(Space.note("03160", "1", "một"));
    clone.receive(first);
    byte[] good = commune.write(Space.note("03160", "2", "chủ"));
    List<byte[]> thefts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      thefts.add(
          clone.writer.next(List.of(Space.note("03160", "2", "trộm " + i))).document().encoded());
    }
    ChangeId wanted = commune.codec.read(good).id();
    LastGood last = new LastGood(commune.writer.replica(), 1, wanted.brief());
    SignedDocument revocation =
        space.issuer.revoke(
            1, List.of(new Revocation.Entry(commune.certificate.id().brief(), List.of(last))));
    Space.Member reader = reader();
    reader.receive(first);
    thefts.forEach(reader::receive);
    reader.receive(good);
    reader.receive(revocation.encoded());
    assertThat(reader.history.counts(wanted)).isTrue();
    assertThat(counting(reader)).hasSize(2);
    assertThat(reader.rewound).isTrue();
  }

  /** That nothing of a stream is good is known only from its first change, which may come last. */
  @Test
  void whoWaitsForAnyChangeOfARevokedStreamIsTakenOnceItsFirstOneHasCome() {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      files.add(commune.write(Space.note("03160", "n" + i, "chữ " + i)));
    }
    third.knows(commune.certificate);
    files.forEach(third::receive);
    final byte[] saw = third.write(Space.note("03161", "1", "đã thấy"));
    List<Revocation.Entry> nothing =
        List.of(new Revocation.Entry(commune.certificate.id().brief(), List.of()));
    Space.Member reader = reader();
    reader.receive(space.issuer.revoke(1, nothing).encoded());
    ReceiverTest.assertReason(reader.receive(saw), Reason.DEPENDENCY_MISSING);
    for (byte[] file : files.reversed()) {
      ReceiverTest.assertReason(reader.receive(file), Reason.REVOKED);
    }
    assertThat(counting(reader)).containsExactly(third.codec.read(saw).id());
  }

  /** Whoever knows the first revocation refuses what the second names, and the other way round. */
  @Test
  void twoRevocationsThatNameTheTwoBranchesOfAForkLeaveNeitherToAnyReader() {
    byte[] one = commune.write(Space.note("03160", "1", "nhánh một"));
    byte[] two = clone.write(Space.note("03160", "1", "nhánh hai"));
    third.knows(commune.certificate);
    third.receive(one);
    byte[] saw = third.write(Space.note("03161", "1", "thấy nhánh một"));
    byte[] first = revoke(1, two);
    byte[] second = revoke(2, one);
    Space.Member late = reader();
    List.of(first, saw, second, one, two).forEach(late::receive);
    Space.Member early = reader();
    List.of(one, two, saw, first, second).forEach(early::receive);
    assertThat(times(late)).hasSize(1).isEqualTo(times(early));
    assertThat(counting(late)).doesNotContain(commune.codec.read(one).id());
  }

  private byte[] revoke(int number, byte[] lastGood) {
    LastGood last =
        new LastGood(commune.writer.replica(), 0, commune.codec.read(lastGood).id().brief());
    String certificate = commune.certificate.id().brief();
    List<Revocation.Entry> entries = List.of(new Revocation.Entry(certificate, List.of(last)));
    return space.issuer.revoke(number, entries).encoded();
  }

  /** One first change, two branches of two changes, and changes of a third that saw each branch. */
  private List<byte[]> history() {
    List<byte[]> files = new ArrayList<>();
    byte[] first = commune.write(Space.note("03160", "1", "chung"));
    files.add(first);
    clone.receive(first);
    third.knows(commune.certificate);
    third.receive(first);
    Space.Member fourth = space.member("03162", Role.COMMUNE);
    fourth.knows(commune.certificate);
    fourth.receive(first);
    for (int i = 0; i < 2; i++) {
      byte[] one = commune.write(Space.note("03160", "a" + i, "nhánh một " + i));
      byte[] two = clone.write(Space.note("03160", "b" + i, "nhánh hai " + i));
      third.receive(one);
      fourth.receive(two);
      files.add(one);
      files.add(two);
    }
    files.add(third.write(Space.note("03161", "1", "thấy nhánh một")));
    files.add(fourth.write(Space.note("03162", "1", "thấy nhánh hai")));
    certificates = List.of(third.certificate, fourth.certificate);
    return files;
  }

  private Space.Member reader() {
    Space.Member reader = space.member("tinh", Role.HUB);
    reader.knows(commune.certificate, third.certificate);
    certificates.forEach(reader::knows);
    return reader;
  }

  private static List<ChangeId> counting(Space.Member reader) {
    return reader.history.replicas().stream()
        .flatMap(
            replica -> LongStream.range(0, 10).mapToObj(seq -> reader.history.at(replica, seq)))
        .filter(Objects::nonNull)
        .map(History.Entry::id)
        .toList();
  }

  /** Everything that the merge goes by. */
  private static List<String> times(Space.Member reader) {
    return counting(reader).stream()
        .map(id -> reader.history.find(id))
        .map(
            entry -> entry.id() + " " + entry.time() + " " + new TreeMap<>(entry.others().newest()))
        .toList();
  }
}

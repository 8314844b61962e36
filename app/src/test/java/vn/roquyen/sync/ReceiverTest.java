package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;

final class ReceiverTest {
  private final Space space = new Space(3);
  private final Space.Member commune = space.member("03160", Role.COMMUNE);
  private final Space.Member hub = space.member("tinh", Role.HUB);

  @Test
  void aGoodFileIsAppliedOnceAndKnownAfterwards() {
    hub.knows(commune.certificate);
    byte[] file = commune.write(Space.note("03160", "1", "một"));
    assertThat(hub.receive(file)).isInstanceOf(Reception.Applied.class);
    assertThat(hub.receive(file)).isInstanceOf(Reception.AlreadyKnown.class);
    assertThat(hub.applied).hasSize(1);
    assertThat(hub.applied.getFirst().edits()).containsExactly(Space.note("03160", "1", "một"));
  }

  @Test
  void fault21_duplicatesAtTheSameTimeAreAppliedOnce() throws Exception {
    hub.knows(commune.certificate);
    byte[] file = commune.write(Space.note("03160", "1", "một"));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(Thread.ofPlatform().start(() -> hub.receive(file)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(hub.applied).hasSize(1);
  }

  @Test
  void fault22_reverseAndRandomOrderEndTheSame() {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      files.add(commune.write(Space.note("03160", "n" + i, "chữ " + i)));
    }
    files.add(commune.certificate.encoded());
    for (int seed = 0; seed < 50; seed++) {
      Space.Member reader = space.member("tinh", Role.HUB);
      List<byte[]> shuffled = new ArrayList<>(files);
      if (seed == 0) {
        Collections.reverse(shuffled);
      } else {
        Collections.shuffle(shuffled, new Random(seed));
      }
      shuffled.forEach(reader::receive);
      assertThat(reader.applied.stream().map(change -> change.entry().id()).toList())
          .as("seed %d", seed)
          .isEqualTo(commune.applied.stream().map(change -> change.entry().id()).toList());
      assertThat(reader.room.answers()).isEmpty();
    }
  }

  @Test
  void fault23_aMissingDependencyHoldsOnlyThatStream() {
    Space.Member other = space.member("03161", Role.COMMUNE);
    other.knows(commune.certificate);
    hub.knows(commune.certificate, other.certificate);
    byte[] seen = commune.write(Space.note("03160", "1", "một"));
    other.receive(seen);
    byte[] after = other.write(Space.note("03161", "1", "sau"));
    assertReason(hub.receive(after), Reason.DEPENDENCY_MISSING);
    assertThat(hub.room.answers().getFirst().arguments())
        .containsExactly("0", commune.writer.replica().toString(), "");
    List<Reception> answers = hub.receiver.receive(seen);
    assertThat(answers).hasSize(2).allMatch(answer -> answer instanceof Reception.Applied);
    assertThat(hub.room.answers()).isEmpty();
  }

  @Test
  void fault24_aGapIsHeldAndTheMissingNumberNamed() {
    hub.knows(commune.certificate);
    commune.write(Space.note("03160", "1", "một"));
    commune.write(Space.note("03160", "2", "hai"));
    byte[] third = commune.write(Space.note("03160", "3", "ba"));
    assertReason(hub.receive(third), Reason.GAP);
    assertThat(hub.room.answers().getFirst().arguments()).containsExactly("0", "03160");
  }

  @Test
  void fault25_sameNumberWithAnotherIdIsAForkAndKeptAsProof() {
    hub.knows(commune.certificate);
    byte[] one = commune.writer.next(List.of(Space.note("03160", "1", "A"))).document().encoded();
    byte[] two = commune.writer.next(List.of(Space.note("03160", "1", "B"))).document().encoded();
    assertThat(hub.receive(one)).isInstanceOf(Reception.Applied.class);
    assertReason(hub.receive(two), Reason.FORK);
    assertThat(hub.receive(two)).isInstanceOf(Reception.AlreadyKnown.class);
    assertThat(hub.applied).hasSize(2);
    assertThat(hub.history.forks()).hasSize(1);
  }

  @Test
  void fault29_aWrongPreviousIdWithAValidSignatureIsRefused() {
    hub.knows(commune.certificate);
    byte[] first = commune.writer.next(List.of(Space.note("03160", "1", "A"))).document().encoded();
    hub.receive(first);
    commune.write(Space.note("03160", "1", "another first"));
    byte[] second = commune.write(Space.note("03160", "2", "B"));
    assertReason(hub.receive(second), Reason.PREVIOUS_MISMATCH);
  }

  @Test
  void aStreamBelongsToTheKeyThatBeganIt() {
    Space.Member thief = space.member("03160", Role.COMMUNE);
    hub.knows(commune.certificate, thief.certificate);
    byte[] first = commune.write(Space.note("03160", "1", "A"));
    hub.receive(first);
    thief.knows(commune.certificate);
    thief.receive(first);
    ChangeHeader own = thief.codec.read(first).header();
    ChangeHeader forged =
        new ChangeHeader(
            own.replica(),
            1,
            thief.codec.read(first).id(),
            null,
            own.time().next(),
            List.of(),
            1,
            thief.certificate.id().brief(),
            "03160",
            own.space(),
            null,
            List.of());
    List<RowEdit> edits = List.of(Space.note("03160", "2", "B"));
    byte[] file = thief.codec.write(forged, edits, thief.key).document().encoded();
    assertReason(hub.receive(file), Reason.REPLICA_FOREIGN);
  }

  @Test
  void fault42_aCommuneWritesTheRegisterOrAnotherCommunesRows() {
    hub.knows(commune.certificate);
    byte[] register =
        commune
            .writer
            .next(
                List.of(
                    Space.note("03160", "1", "được"),
                    Space.edit(Entity.POWER, "p1", Kind.SET, "title", "của tôi")))
            .document()
            .encoded();
    assertReason(hub.receive(register), Reason.NOT_ALLOWED);
    byte[] others =
        commune.writer.next(List.of(Space.note("03161", "1", "xã khác"))).document().encoded();
    assertReason(hub.receive(others), Reason.NOT_ALLOWED);
    assertThat(hub.applied).isEmpty();
  }

  @Test
  void fault44_fault45_revokedBeyondTheLastGoodWhateverTheTime() {
    hub.knows(commune.certificate);
    byte[] first = commune.write(Space.note("03160", "1", "tốt"));
    byte[] second = commune.write(Space.note("03160", "2", "kẻ trộm"));
    hub.receive(first);
    Revocation.LastGood last =
        new Revocation.LastGood(
            commune.writer.replica(), 0, commune.codec.read(first).id().brief());
    SignedDocument revocation =
        space.issuer.revoke(
            1, List.of(new Revocation.Entry(commune.certificate.id().brief(), List.of(last))));
    assertThat(hub.receive(revocation.encoded())).isInstanceOf(Reception.Applied.class);
    assertReason(hub.receive(second), Reason.REVOKED);
    assertThat(hub.receive(first)).isInstanceOf(Reception.AlreadyKnown.class);

    // A stolen key that opens another replica and sets its clock back gets nowhere either.
    commune.clock.now = Instant.parse("2026-11-02T00:00:00Z");
    ChangeWriter backdated =
        commune.writer(
            commune.key, commune.certificate, "03160", ChangeWriter.newNonce(), Space.START);
    byte[] old = backdated.next(List.of(Space.note("03160", "3", "lùi ngày"))).document().encoded();
    assertReason(hub.receive(old), Reason.REVOKED);

    Space.Member late = space.member("tinh", Role.HUB);
    late.knows(commune.certificate, revocation);
    assertThat(late.receive(first)).isInstanceOf(Reception.Applied.class);
    assertReason(late.receive(second), Reason.REVOKED);
  }

  @Test
  void fault46_anExpiredCertificateEndsWritingNotWhatWasWritten() {
    Space.Member publisher = space.member("tinh", Role.PUBLISHER);
    hub.knows(commune.certificate, publisher.certificate);
    commune.knows(publisher.certificate);
    byte[] inTime = commune.write(Space.note("03160", "1", "kịp"));
    for (int year = 2027; year <= 2029; year++) {
      for (String day : List.of("-04-01", "-09-01")) {
        publisher.clock.now = Instant.parse(year + day + "T00:00:00Z");
        String id = "f" + publisher.clock.now;
        byte[] file = publisher.write(Space.edit(Entity.FIELD, id, Kind.INSERT, "name", "x"));
        assertThat(hub.receive(file)).isInstanceOf(Reception.Applied.class);
        assertThat(commune.receive(file)).isInstanceOf(Reception.Applied.class);
      }
    }
    commune.clock.now = Instant.parse("2029-12-01T00:00:00Z");
    Hlc trusted = Hlc.ofMillis(Instant.parse("2029-09-01T00:00:00Z").toEpochMilli());
    ChangeWriter late =
        commune.writer(commune.key, commune.certificate, "03160", ChangeWriter.newNonce(), trusted);
    byte[] tooLate = late.next(List.of(Space.note("03160", "2", "muộn"))).document().encoded();
    assertThat(hub.receive(inTime)).isInstanceOf(Reception.Applied.class);
    assertReason(hub.receive(tooLate), Reason.CERTIFICATE_OUT_OF_TIME);
  }

  @Test
  void fault74_aNextRootWithAnotherPolicyJudgesAllAnew() {
    Space.Member reader = space.member("03160", Role.COMMUNE);
    reader.receive(space.nextRoot(2, 1).encoded());
    assertThat(reader.rewound).isFalse();
    reader.receive(space.nextRoot(3, 2).encoded());
    assertThat(reader.rewound).isTrue();
  }

  @Test
  void fault47_anUnknownCertificateHoldsUntilItComes() {
    byte[] file = commune.write(Space.note("03160", "1", "một"));
    assertReason(hub.receive(file), Reason.CERTIFICATE_UNKNOWN);
    List<Reception> answers = hub.receiver.receive(commune.certificate.encoded());
    assertThat(answers).hasSize(2).allMatch(answer -> answer instanceof Reception.Applied);
  }

  @Test
  void aForgedSignatureDoesNotPushOutTheTrueFileThatWaits() {
    byte[] file = commune.write(Space.note("03160", "1", "một"));
    byte[] forged = file.clone();
    forged[forged.length - 1] ^= 1;
    for (List<byte[]> order : List.of(List.of(file, forged), List.of(forged, file))) {
      Space.Member reader = space.member("tinh", Role.HUB);
      order.forEach(reader::receive);
      reader.receive(commune.certificate.encoded());
      assertThat(reader.applied).hasSize(1);
    }
  }

  @Test
  void fault53_anEntityOfANewerProgramIsHeldAndACriticalFeatureStopsItsStream() {
    hub.knows(commune.certificate);
    RowEdit future = new RowEdit(9_999, "03160/x", Kind.INSERT, new TreeMap<>());
    byte[] file = commune.writer.next(List.of(future)).document().encoded();
    assertReason(hub.receive(file), Reason.NEWER_PROGRAM);
    ChangeHeader header = commune.codec.read(file).header();
    ChangeHeader critical =
        new ChangeHeader(
            header.replica(),
            0,
            null,
            header.nonce(),
            header.time(),
            List.of(),
            1,
            header.certificate(),
            header.unit(),
            header.space(),
            null,
            List.of("sealed"));
    List<RowEdit> edits = List.of(Space.note("03160", "1", "một"));
    byte[] stopped = commune.codec.write(critical, edits, commune.key).document().encoded();
    assertReason(hub.receive(stopped), Reason.CRITICAL_FEATURE);
  }

  @Test
  void fault51_wrongTextIsRefused() {
    hub.knows(commune.certificate);
    RowEdit decomposed = Space.note("03160", "1", "Ho\u0323 ti\u0323ch");
    byte[] file = commune.writer.next(List.of(decomposed)).document().encoded();
    assertReason(hub.receive(file), Reason.BAD_OPERATION);
    RowEdit wrongType = Space.edit(Entity.NOTE, "03160/1", Kind.SET, "text", 7);
    assertReason(
        hub.receive(commune.writer.next(List.of(wrongType)).document().encoded()),
        Reason.BAD_OPERATION);
  }

  @Test
  void fault57_aFileOfAnotherSpaceIsToldApart() {
    Space.Member stranger = new Space(99).member("03160", Role.COMMUNE);
    byte[] file = stranger.write(Space.note("03160", "1", "lạ"));
    assertReason(hub.receive(file), Reason.SPACE_FOREIGN);
  }

  static void assertReason(Reception answer, Reason reason) {
    Reason found =
        switch (answer) {
          case Reception.Refused refused -> refused.reason();
          case Reception.Held held -> held.reason();
          default -> null;
        };
    assertThat(found).as(answer.toString()).isEqualTo(reason);
  }
}

package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

final class JournalTest {
  @TempDir Path folder;
  private final DeviceKey key = new Space(8).key();
  private final Random random = new Random(8);

  @Test
  void whatWasAppendedIsThereInOrderAfterReopening() {
    List<ChangeId> written = new ArrayList<>();
    try (Journal journal = Journal.open(folder, Clock.systemUTC())) {
      for (int i = 0; i < 20; i++) {
        SignedDocument document = document(random.nextInt(3_000));
        journal.append(document);
        written.add(document.id());
      }
    }
    try (Journal journal = Journal.open(folder, Clock.systemUTC())) {
      assertThat(ids(journal)).isEqualTo(written);
      assertThat(journal.recovery()).isEqualTo(new Journal.Recovery(20, 0, List.of()));
      assertThat(journal.find(written.get(7))).isNotNull();
      assertThat(journal.contains(document(5).id())).isFalse();
    }
  }

  @Test
  void fault4_aTornEndIsCutWhereverItTears() throws IOException {
    FakeDisk disk = new FakeDisk();
    Journal journal = Journal.open(disk, Clock.systemUTC());
    List<SignedDocument> documents = List.of(document(10), document(700), document(3));
    List<Integer> ends = new ArrayList<>(List.of(8));
    for (SignedDocument document : documents) {
      journal.append(document);
      ends.add((int) disk.size());
    }
    byte[] whole = disk.bytes();
    for (int length = 0; length <= whole.length; length++) {
      FakeDisk torn = FakeDisk.holding(Arrays.copyOf(whole, length));
      Journal reopened = Journal.open(torn, Clock.systemUTC());
      int complete = 0;
      while (complete < 3 && ends.get(complete + 1) <= length) {
        complete++;
      }
      assertThat(ids(reopened)).as("length %d", length).hasSize(complete);
      assertThat(reopened.recovery().damaged()).isEmpty();
      int cut = length < 8 ? 0 : length - ends.get(complete);
      assertThat(reopened.recovery().cutBytes()).as("length %d", length).isEqualTo(cut);
      assertThat(torn.aside).hasSize(cut);
      SignedDocument next = document(50);
      reopened.append(next);
      assertThat(ids(Journal.open(torn, Clock.systemUTC())))
          .hasSize(complete + 1)
          .endsWith(next.id());
    }
  }

  @Test
  void fault5_aBitFlipInsideIsReportedByRecordAndTheOthersStand() throws IOException {
    FakeDisk disk = new FakeDisk();
    Journal journal = Journal.open(disk, Clock.systemUTC());
    List<ChangeId> written = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      SignedDocument document = document(40);
      starts.add(disk.size());
      journal.append(document);
      written.add(document.id());
    }
    byte[] whole = disk.bytes();
    for (int bit = 8 * 8; bit < starts.get(3) * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Journal reopened = Journal.open(FakeDisk.holding(flipped), Clock.systemUTC());
      int record = bit / 8 >= starts.get(2) ? 2 : bit / 8 >= starts.get(1) ? 1 : 0;
      List<ChangeId> left = new ArrayList<>(written);
      left.remove(record);
      assertThat(ids(reopened)).as("bit %d", bit).isEqualTo(left);
      assertThat(reopened.recovery().damaged())
          .as("bit %d", bit)
          .containsExactly(starts.get(record));
    }
  }

  @Test
  void fault6_afterPowerLossEverythingAcknowledgedIsThere() throws IOException {
    int partial = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      Random dice = new Random(seed);
      FakeDisk disk = new FakeDisk();
      List<ChangeId> acknowledged = new ArrayList<>();
      List<ChangeId> attempted = new ArrayList<>();
      Journal journal = Journal.open(disk, Clock.systemUTC());
      disk.stepsToPowerLoss = dice.nextInt(30);
      try {
        for (int round = 0; round < 6; round++) {
          round(journal, dice, acknowledged, attempted);
        }
      } catch (Fault powerOff) {
        assertThat(powerOff.code()).isEqualTo(FaultCode.JOURNAL_DAMAGED);
      }
      FakeDisk found = disk.afterPowerLoss(dice);
      Journal reopened = Journal.open(found, Clock.systemUTC());
      List<ChangeId> there = ids(reopened);
      assertThat(there.subList(0, Math.min(there.size(), acknowledged.size())))
          .as("seed %d", seed)
          .isEqualTo(acknowledged);
      partial += there.size() > acknowledged.size() ? 1 : 0;
      assertThat(attempted).containsAll(there);
      assertThat(reopened.recovery().damaged()).as("seed %d", seed).isEmpty();
      SignedDocument next = document(9);
      reopened.append(next);
      assertThat(ids(Journal.open(found, Clock.systemUTC())))
          .as("seed %d", seed)
          .endsWith(next.id());
    }
    assertThat(partial).as("images with more than was acknowledged").isPositive();
  }

  private void round(
      Journal journal, Random dice, List<ChangeId> acknowledged, List<ChangeId> attempted) {
    if (dice.nextBoolean()) {
      SignedDocument document = document(dice.nextInt(1_500));
      attempted.add(document.id());
      journal.append(document);
      acknowledged.add(document.id());
      return;
    }
    try (Journal.Batch batch = journal.begin()) {
      List<ChangeId> added = new ArrayList<>();
      for (int i = 0; i < 1 + dice.nextInt(4); i++) {
        SignedDocument document = document(dice.nextInt(1_500));
        attempted.add(document.id());
        batch.add(document);
        added.add(document.id());
      }
      if (dice.nextInt(4) > 0) {
        batch.commit();
        acknowledged.addAll(added);
      }
    }
  }

  @Test
  void aBatchThatIsNotCommittedNeverWas() {
    SignedDocument before = document(4);
    try (Journal journal = Journal.open(folder, Clock.systemUTC())) {
      journal.append(before);
      try (Journal.Batch batch = journal.begin()) {
        batch.add(document(5));
        batch.add(document(6));
      }
      assertThat(ids(journal)).containsExactly(before.id());
      SignedDocument after = document(7);
      journal.append(after);
      assertThat(ids(journal)).containsExactly(before.id(), after.id());
    }
    try (Journal journal = Journal.open(folder, Clock.systemUTC())) {
      assertThat(ids(journal)).hasSize(2);
      assertThat(journal.recovery().cutBytes()).isZero();
    }
  }

  @Test
  void fault9_aFullDiskRefusesTheSaveFreesTheReserveAndGoesOnLater() throws IOException {
    FakeDisk disk = new FakeDisk();
    Journal journal = Journal.open(disk, Clock.systemUTC());
    journal.append(document(100));
    disk.capacity = disk.size() + 60;
    SignedDocument refused = document(200);
    assertFault(FaultCode.DISK_FULL, () -> journal.append(refused));
    assertThat(disk.reserveFreed).isTrue();
    assertThat(ids(journal)).hasSize(1);
    disk.capacity = Long.MAX_VALUE;
    journal.append(refused);
    assertThat(ids(Journal.open(disk, Clock.systemUTC()))).hasSize(2).endsWith(refused.id());
  }

  @Test
  void aMediumThatFailsToForceIsNotWrittenToAgain() throws IOException {
    FakeDisk disk = new FakeDisk();
    Journal journal = Journal.open(disk, Clock.systemUTC());
    disk.failForce = true;
    assertFault(FaultCode.JOURNAL_DAMAGED, () -> journal.append(document(1)));
    disk.failForce = false;
    assertFault(FaultCode.JOURNAL_DAMAGED, () -> journal.append(document(2)));
  }

  @Test
  void aReserveIsKeptOnARealDisk() throws IOException {
    try (Journal journal = Journal.open(folder, Clock.systemUTC())) {
      assertThat(ids(journal)).isEmpty();
      assertThat(Files.size(folder.resolve("reserve"))).isEqualTo(1024 * 1024);
    }
  }

  @Test
  void aLongTailOfZerosIsCutQuickly() throws IOException {
    FakeDisk disk = new FakeDisk();
    Journal.open(disk, Clock.systemUTC()).append(document(30));
    byte[] longer = Arrays.copyOf(disk.bytes(), 8 * 1024 * 1024);
    Journal reopened = Journal.open(FakeDisk.holding(longer), Clock.systemUTC());
    assertThat(ids(reopened)).hasSize(1);
    assertThat(reopened.recovery().cutBytes()).isEqualTo(longer.length - disk.size());
  }

  private SignedDocument document(int size) {
    byte[] body = new byte[size + 8];
    random.nextBytes(body);
    return SignedDocument.sign(DocumentKind.HEAD, body, unsigned());
  }

  /** The journal does not look at signatures; making thousands would only cost time. */
  private Signer unsigned() {
    return new Signer() {
      @Override
      public PublicKey publicKey() {
        return key.publicKey();
      }

      @Override
      public byte[] sign(byte[] message) {
        return new byte[64];
      }
    };
  }

  private static List<ChangeId> ids(Journal journal) {
    List<ChangeId> ids = new ArrayList<>();
    journal.forEach(document -> ids.add(document.id()));
    return ids;
  }

  private static void assertFault(
      FaultCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(work)
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
  }
}

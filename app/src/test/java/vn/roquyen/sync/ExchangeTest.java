package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.remote.Exchange;
import vn.roquyen.sync.remote.Memory;
import vn.roquyen.sync.remote.Remote;
import vn.roquyen.sync.remote.RemoteAddress;
import vn.roquyen.sync.remote.RemoteFailure;
import vn.roquyen.sync.remote.Tally;
import vn.roquyen.sync.remote.Watcher;

/** Rounds of exchange between machines that know of each other only by a folder. */
final class ExchangeTest {
  private static final Exchange.Kind THOROUGH = new Exchange.Kind(true, false);
  private static final Exchange.Kind QUICK = new Exchange.Kind(false, false);

  @TempDir Path folder;
  private final Space space = new Space(41);
  private final List<Machine> machines = new ArrayList<>();
  private Path store;

  /** A machine with its memory of the store. */
  private final class Machine {
    final MemberParty party;
    final Space.Member member;
    final Path own;
    Memory memory;

    Machine(String unit, Role role) {
      member = space.member(unit, role);
      party = new MemberParty(space, member, member.nonce);
      own = folder.resolve("machine" + machines.size());
      memory = new Memory(own.resolve("store.properties"));
      machines.add(this);
    }

    Tally round(Exchange.Kind kind) {
      try (Remote remote =
          new RemoteAddress("folder:" + store, null, null, null).open(Clock.systemUTC())) {
        return new Exchange(remote, party, memory, own.resolve("parts")).round(kind, Watcher.NONE);
      }
    }

    RemoteState failure() {
      return catchThrowableOfType(RemoteFailure.class, () -> round(THOROUGH)).state();
    }

    void writeNotes(int count) {
      for (int i = 0; i < count; i++) {
        member.write(Space.note(member.unit, "n" + count(), "Ghi chú " + i));
      }
    }

    long count() {
      return party.count(me());
    }

    ReplicaId me() {
      return party.speaker().replica();
    }

    void later(Duration time) {
      member.clock.now = member.clock.now.plus(time);
    }
  }

  @BeforeEach
  void makeStore() throws IOException {
    store = Files.createDirectories(folder.resolve("kho chung"));
  }

  @Test
  void whatOneWritesAllHaveInTheEnd() {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine hub = new Machine("tinh", Role.HUB);
    Machine commune = new Machine("03160", Role.COMMUNE);
    Machine other = new Machine("03161", Role.COMMUNE);
    publisher.writeNotes(3);
    commune.writeNotes(20);
    other.writeNotes(1);
    for (int i = 0; i < 3; i++) {
      machines.forEach(machine -> machine.round(THOROUGH));
    }
    assertThat(hub.party.count(commune.me())).isEqualTo(20);
    assertThat(hub.party.count(other.me())).isEqualTo(1);
    assertThat(publisher.party.count(commune.me())).isEqualTo(20);
    assertThat(commune.party.count(publisher.me())).isEqualTo(3);
    assertThat(commune.memory.stored()).isEqualTo(20);
    assertThat(commune.memory.received()).as("Tỉnh đã nhận").isEqualTo(20);
    Tally nothing = commune.round(QUICK);
    assertThat(nothing.sent() + nothing.fetched() + nothing.refused()).isZero();
  }

  @Test
  void aCommuneDoesNotFetchOtherCommunesUnlessAChangeBuildsOnThem() {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine commune = new Machine("03160", Role.COMMUNE);
    Machine other = new Machine("03161", Role.COMMUNE);
    other.writeNotes(2);
    publisher.writeNotes(1);
    other.round(THOROUGH);
    commune.round(THOROUGH);
    assertThat(commune.party.count(other.me())).isZero();
    publisher.round(THOROUGH);
    publisher.writeNotes(1);
    publisher.round(THOROUGH);
    commune.round(THOROUGH);
    assertThat(commune.party.count(publisher.me())).isEqualTo(2);
    assertThat(commune.party.count(other.me())).as("named by the publisher's change").isEqualTo(2);
  }

  /** No head that it follows speaks of him: it is the hub from whom the others learn it. */
  @Test
  void theHubFindsANewcomerInItsNextRound() {
    Machine hub = new Machine("tinh", Role.HUB);
    hub.round(THOROUGH);
    Machine commune = new Machine("03160", Role.COMMUNE);
    commune.writeNotes(1);
    commune.round(THOROUGH);
    hub.round(QUICK);
    assertThat(hub.party.count(commune.me())).isEqualTo(1);
  }

  @Test
  void fault58AnEmptiedStoreDeletesNothingAndIsNamed() throws IOException {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine commune = new Machine("03160", Role.COMMUNE);
    publisher.writeNotes(5);
    publisher.round(THOROUGH);
    commune.round(THOROUGH);
    empty(store);
    assertThat(commune.failure()).isEqualTo(RemoteState.EMPTIED);
    publisher.writeNotes(1);
    assertThat(publisher.failure()).isEqualTo(RemoteState.EMPTIED);
    assertThat(commune.party.count(publisher.me())).isEqualTo(5);
    assertThat(store).isEmptyDirectory();
  }

  @Test
  void fault58AStoreOfAnotherSpaceIsNamedAndLeftAsItIs() throws IOException {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    publisher.writeNotes(1);
    Files.createDirectories(store.resolve("v1"));
    Files.writeString(store.resolve("v1/space"), "00112233445566778899aabbccddeeff");
    assertThat(publisher.failure()).isEqualTo(RemoteState.FOREIGN);
    try (Stream<Path> files = Files.walk(store)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void fault59AHeadThatIsAheadOfItsChangesIsWaitedFor() throws IOException {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine commune = new Machine("03160", Role.COMMUNE);
    publisher.writeNotes(4);
    publisher.round(THOROUGH);
    Path last = change(publisher, 3);
    byte[] content = Files.readAllBytes(last);
    Files.delete(last);
    Tally early = commune.round(THOROUGH);
    assertThat(commune.party.count(publisher.me())).isEqualTo(3);
    assertThat(early.notes()).anyMatch(note -> note.state() == RemoteState.REPLICATING);
    Files.write(last, content);
    commune.round(QUICK);
    assertThat(commune.party.count(publisher.me())).isEqualTo(4);
  }

  @Test
  void fault34AnOldHeadIsIgnored() throws IOException {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine commune = new Machine("03160", Role.COMMUNE);
    publisher.writeNotes(1);
    publisher.round(THOROUGH);
    Path head = home().resolve("head/" + publisher.me());
    byte[] old = Files.readAllBytes(head);
    publisher.writeNotes(1);
    publisher.round(THOROUGH);
    commune.round(THOROUGH);
    Files.write(head, old);
    Tally replayed = commune.round(THOROUGH);
    assertThat(commune.party.count(publisher.me())).isEqualTo(2);
    assertThat(states(replayed)).containsExactly(RemoteState.REPLICATING);
    commune.later(Duration.ofDays(2));
    assertThat(states(commune.round(THOROUGH)))
        .as("the lasting alarm")
        .containsExactly(RemoteState.HEAD_OLD);
    publisher.writeNotes(1);
    publisher.round(THOROUGH);
    assertThat(states(commune.round(THOROUGH))).isEmpty();
    Files.write(head, old);
    assertThat(states(commune.round(THOROUGH))).containsExactly(RemoteState.REPLICATING);
    assertThat(Files.size(head)).as("bytes of a head").isLessThan(230);
  }

  private static List<RemoteState> states(Tally tally) {
    return tally.notes().stream().map(Tally.Note::state).toList();
  }

  @Test
  void aLaptopThatBeginsStartsFromTheSnapshotAndTheTail() throws IOException {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine hub = new Machine("tinh", Role.HUB);
    publisher.writeNotes(100);
    publisher.round(THOROUGH);
    hub.round(THOROUGH);
    publisher.writeNotes(7);
    publisher.round(THOROUGH);
    for (int seq = 0; seq < 100; seq++) {
      Files.delete(change(publisher, seq));
    }
    empty(home().resolve("p"));
    Machine laptop = new Machine("03160", Role.COMMUNE);
    laptop.round(THOROUGH);
    assertThat(laptop.party.count(publisher.me())).isEqualTo(107);
    hub.later(Duration.ofDays(8));
    hub.round(THOROUGH);
    try (Stream<Path> snapshots = Files.list(home().resolve("s"))) {
      assertThat(snapshots).as("one a week, when something has come").hasSize(2);
    }
    publisher.later(Duration.ofDays(16));
    publisher.writeNotes(1);
    publisher.round(THOROUGH);
    hub.later(Duration.ofDays(16));
    hub.round(THOROUGH);
    try (Stream<Path> snapshots = Files.list(home().resolve("s"))) {
      assertThat(snapshots).as("the last two are kept").hasSize(2);
    }
  }

  @Test
  void packsSpareRequests() throws IOException {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine commune = new Machine("03160", Role.COMMUNE);
    publisher.writeNotes(37);
    publisher.round(THOROUGH);
    // What only a pack can bring now.
    for (int seq = 0; seq < 32; seq++) {
      Files.delete(change(publisher, seq));
    }
    commune.round(THOROUGH);
    assertThat(commune.party.count(publisher.me())).isEqualTo(37);
  }

  @Test
  void aSpoiltPackOrChangeIsNeverTaken() throws IOException {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine commune = new Machine("03160", Role.COMMUNE);
    publisher.writeNotes(16);
    publisher.round(THOROUGH);
    Path pack = home().resolve("p/" + publisher.me() + "/0-15");
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 4;
    Files.write(pack, bytes);
    Path change = change(publisher, 9);
    byte[] right = Files.readAllBytes(change);
    Files.write(change, new byte[] {(byte) 0xd2, 0, 0});
    Tally tally = commune.round(THOROUGH);
    assertThat(commune.party.count(publisher.me())).isEqualTo(9);
    assertThat(tally.refused()).isPositive();
    Files.write(change, right);
    commune.round(THOROUGH);
    assertThat(commune.party.count(publisher.me())).isEqualTo(16);
  }

  @Test
  void fault70WithoutItsMemoryAMachineSendsAndFetchesNothingTwice() {
    Machine publisher = new Machine("tinh", Role.PUBLISHER);
    Machine commune = new Machine("03160", Role.COMMUNE);
    publisher.writeNotes(4);
    commune.writeNotes(4);
    publisher.round(THOROUGH);
    commune.round(THOROUGH);
    commune.memory.forget();
    commune.memory = new Memory(commune.own.resolve("store.properties"));
    commune.writeNotes(1);
    Tally tally = commune.round(THOROUGH);
    assertThat(tally.sent()).isEqualTo(1);
    assertThat(tally.fetched()).isZero();
    assertThat(commune.memory.stored()).isEqualTo(5);
    assertThat(commune.memory.members()).isEqualTo(2);
  }

  @Test
  void twoWhoSignTheBookAtTheSamePageBothAreInIt() {
    Machine first = new Machine("03160", Role.COMMUNE);
    Machine second = new Machine("03161", Role.COMMUNE);
    Machine hub = new Machine("tinh", Role.HUB);
    first.writeNotes(1);
    second.writeNotes(1);
    first.round(THOROUGH);
    second.round(THOROUGH);
    // A folder that was carried by hand: the first page was overwritten by another machine's.
    Path page = home().resolve("m/0");
    try {
      Files.copy(home().resolve("m/1"), page, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    first.writeNotes(1);
    first.round(THOROUGH);
    hub.round(THOROUGH);
    assertThat(hub.party.count(first.me())).isEqualTo(2);
    assertThat(hub.party.count(second.me())).isEqualTo(1);
  }

  private Path home() {
    return store.resolve("v1/" + space.name().substring(0, 16));
  }

  private Path change(Machine machine, long seq) {
    return home().resolve("c/" + machine.me() + "/" + seq);
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }
}

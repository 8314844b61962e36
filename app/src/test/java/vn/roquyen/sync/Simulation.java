package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.Sha256;

/**
 * One random history of two to five machines on one thread, with virtual clocks, disks and network.
 * Everything follows from the seed.
 */
final class Simulation {
  static final Set<FaultCode> NOT_NOW =
      EnumSet.of(FaultCode.NOT_ALLOWED, FaultCode.CLOCK_BEHIND, FaultCode.CLOCK_AHEAD);
  private final SimSpace space;
  private final Random dice;
  private final SimOracle oracle;
  private final SimAttacks attacks;
  private final int[] injected;
  private final Consumer<String> story;
  private final List<SimMachine> machines = new ArrayList<>();

  /** Files under way that come later. */
  private final List<byte[]> delayed = new ArrayList<>();

  /** Every file that was ever made, by its hash. */
  private final Map<String, byte[]> all = new LinkedHashMap<>();

  private final List<Revocation.Entry> revoked = new ArrayList<>();
  private final Map<SimMachine, byte[]> images = new LinkedHashMap<>();
  private Instant time = SimSpace.START.plus(Duration.ofDays(1));

  /**
   * A history that has not happened yet.
   *
   * @param injected counts by the number of the fault how often it was brought about
   * @param story is told what happens
   */
  Simulation(SimSpace space, long seed, int[] injected, Consumer<String> story) {
    this.story = story;
    this.space = space;
    this.dice = new Random(seed * 0x9E3779B97F4A7C15L);
    this.oracle = new SimOracle(space);
    this.attacks = new SimAttacks(space, dice);
    this.injected = injected;
  }

  void run() {
    List<SimSpace.Seat> seats = new ArrayList<>(space.seats.subList(0, 5));
    Collections.shuffle(seats, dice);
    seats = seats.subList(0, 2 + dice.nextInt(4));
    if (seats.stream().noneMatch(seat -> seat.is(Role.PUBLISHER))) {
      seats.set(0, space.seats.getFirst());
    }
    for (SimSpace.Seat seat : seats) {
      machines.add(new SimMachine("m" + seat.number(), space, seat, dice));
    }
    machines.forEach(each -> each.clock.now = time);
    int steps = dice.nextInt(8) == 0 ? 20 + dice.nextInt(30) : 5 + dice.nextInt(10);
    for (int step = 0; step < steps; step++) {
      step();
    }
    SimEnd end = new SimEnd(space, dice, oracle, this::answered);
    end.come(machines, everything(), revoked, time);
    injected[28] += end.resent;
  }

  private void step() {
    time = time.plusSeconds(dice.nextInt(100_000));
    SimMachine one = one();
    boolean soon = dice.nextInt(3) == 0;
    one.clock.now =
        soon ? one.clock.now.plusSeconds(20) : time.plusSeconds(dice.nextInt(7_200) - 3_600L);
    int what = dice.nextInt(100);
    story.accept(one.name + " " + what);
    if (what < 36) {
      edit(one);
    } else if (what < 66) {
      transfer(one, one());
    } else if (what < 72) {
      losePower(one);
    } else if (what < 75) {
      fillDisk(one);
    } else if (what < 78) {
      cloneDisk(one);
    } else if (what < 81) {
      cloneDisk(one);
    } else if (what < 85) {
      revoke(one);
    } else if (what < 93) {
      attack(one);
    } else if (what < 96) {
      turnClock(one);
    } else {
      trust(one);
    }
  }

  private SimMachine one() {
    return machines.get(dice.nextInt(machines.size()));
  }

  /** A person writes; what the rules do not let him write leaves everything as it was. */
  private void edit(SimMachine one) {
    if (dice.nextInt(6) == 0) {
      images.put(one, one.disk.bytes());
    }
    try {
      one.write(SimEdits.of(one, dice))
          .forEach(
              each ->
                  story.accept(
                      "  writes "
                          + each.id().brief()
                          + " "
                          + each.seq()
                          + " "
                          + each.edits()
                          + each.proposed()));
    } catch (Fault fault) {
      story.accept("  " + fault.code());
      assertThat(NOT_NOW).contains(fault.code());
      hit(fault.code() == FaultCode.NOT_ALLOWED ? 42 : 30);
    }
  }

  private void transfer(SimMachine from, SimMachine to) {
    List<byte[]> files = new ArrayList<>();
    List<byte[]> whole = from.documents();
    int first = dice.nextInt(3) == 0 ? dice.nextInt(whole.size()) : 0;
    for (byte[] file : whole.subList(first, whole.size())) {
      note(file);
      onItsWay(file, files);
    }
    if (!delayed.isEmpty() && dice.nextBoolean()) {
      files.addAll(delayed);
      delayed.clear();
    }
    if (dice.nextInt(3) > 0) {
      Collections.shuffle(files, dice);
      hit(22);
    }
    story.accept("  to " + to.name + ": " + files.size());
    receive(to, files);
  }

  private void onItsWay(byte[] file, List<byte[]> files) {
    int fate = dice.nextInt(24);
    if (fate == 0) {
      hit(23);
      return;
    }
    if (fate == 1) {
      delayed.add(file);
      return;
    }
    files.add(file);
    if (fate == 2) {
      files.add(file);
      hit(21);
    } else if (fate == 3) {
      SimDamage.Damaged damaged = SimDamage.of(file, dice);
      files.add(damaged.file());
      hit(damaged.fault());
    }
  }

  private void receive(SimMachine to, List<byte[]> files) {
    List<List<Reception>> answers = to.receive(files);
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).getFirst() instanceof Reception.Applied) {
        assertThat(all).as("a file that nobody made was taken").containsKey(name(files.get(i)));
      }
      answers.get(i).forEach(this::answered);
    }
  }

  private void answered(Reception answer) {
    SimOracle.hasReason(answer);
    if (answer instanceof Reception.Held held) {
      hit(
          switch (held.reason()) {
            case GAP -> 24;
            case CERTIFICATE_UNKNOWN -> 47;
            case FORK, FORK_OWN -> 25;
            case NOT_ALLOWED, APPROVAL_UNFIT, OWN_APPROVAL -> 74;
            default -> 23;
          });
    } else if (answer instanceof Reception.Refused no && no.reason() == Reason.REVOKED) {
      hit(44);
    }
  }

  /** The power fails while something is being made lasting. */
  private void losePower(SimMachine one) {
    one.disk.stepsToPowerLoss = dice.nextInt(7);
    try {
      if (dice.nextBoolean()) {
        edit(one);
      } else {
        SimMachine from = one();
        from.documents().forEach(this::note);
        one.receive(from == one ? List.of() : from.documents());
      }
      hit(2);
    } catch (Fault | AssertionError off) {
      hit(1);
    }
    hit(one.losePower() > 0 ? 4 : 6);
    hit(8);
    SimOracle.keptAllAcknowledged(one);
  }

  private void fillDisk(SimMachine one) {
    one.disk.capacity = one.disk.size() + dice.nextInt(200);
    String before = one.tables.digest();
    try {
      one.write(SimEdits.of(one, dice));
    } catch (Fault fault) {
      assertThat(fault.code())
          .isIn(FaultCode.DISK_FULL, FaultCode.NOT_ALLOWED, FaultCode.CLOCK_BEHIND);
      assertThat(one.tables.digest()).isEqualTo(before);
      hit(9);
    }
    one.disk.capacity = Long.MAX_VALUE;
  }

  /** A copy of the disk, of now or of some time ago, goes on writing under the same name. */
  private void cloneDisk(SimMachine one) {
    if (machines.size() < 7) {
      byte[] image = images.getOrDefault(one, one.disk.bytes());
      hit(image.length < one.disk.size() ? 26 : 27);
      int copy = (int) machines.stream().filter(each -> each.seat == one.seat).count();
      machines.add(new SimMachine(one.name + "'", space, one, image, copy));
    }
  }

  /** The issuer takes a key back, as one machine knows its streams. */
  private void revoke(SimMachine view) {
    view.replica.seal();
    SimSpace.Seat seat = one().seat;
    boolean lastPublisher =
        machines.stream()
                .filter(each -> each.seat.is(Role.PUBLISHER))
                .map(each -> each.seat)
                .distinct()
                .count()
            < 2;
    if (revoked.size() > 1 || (seat.is(Role.PUBLISHER) && lastPublisher)) {
      return;
    }
    List<Revocation.LastGood> good = new ArrayList<>();
    for (Revocation.LastGood tip : view.member().newestOf(seat.key().publicKey())) {
      if (dice.nextInt(5) > 0) {
        good.add(view.member().at(tip.replica(), dice.nextLong(tip.seq() + 1)));
      }
    }
    Revocation.Entry entry = new Revocation.Entry(seat.certificate().id().brief(), good);
    revoked.add(entry);
    story.accept("  " + entry + " of m" + seat.number());
    byte[] file = space.revoke(revoked.size(), List.of(entry)).encoded();
    note(file);
    hit(44);
    machines.stream()
        .filter(each -> dice.nextBoolean())
        .forEach(each -> receive(each, List.of(file)));
  }

  private void attack(SimMachine as) {
    SimAttacks.Attack attack = attacks.any(as, one());
    note(attack.file());
    hit(attack.fault());
    story.accept("  attack " + attack.fault());
    for (SimMachine each : machines) {
      if (dice.nextBoolean()) {
        List<Reception> answers = each.receive(List.of(attack.file())).getFirst();
        answers.forEach(this::answered);
        if (attack.never()) {
          assertThat(answers.getFirst())
              .as("fault %d", attack.fault())
              .isNotInstanceOf(Reception.Applied.class);
        }
      }
    }
  }

  /** A clock that is wrong by years signs nothing. */
  private void turnClock(SimMachine one) {
    one.clock.now =
        time.plus(Duration.ofDays((dice.nextBoolean() ? 3_650 : -3_650) + dice.nextInt(99)));
    edit(one);
    one.clock.now = time;
  }

  /** A certificate is renewed, or the root changes its keys and signs its issuer anew. */
  private void trust(SimMachine one) {
    List<byte[]> files = new ArrayList<>();
    if (dice.nextBoolean()) {
      files.add(one().seat.renewal().encoded());
      hit(46);
    } else {
      List<DeviceKey> both = List.of(space.rootKey, space.nextRootKey);
      files.add(space.root(2, 1, space.nextRootKey, both).encoded());
      files.add(space.issuerSignedAnew.encoded());
      hit(74);
    }
    files.forEach(this::note);
    receive(one, files);
  }

  private void note(byte[] file) {
    all.putIfAbsent(name(file), file);
  }

  private List<byte[]> everything() {
    machines.forEach(each -> each.documents().forEach(this::note));
    return new ArrayList<>(all.values());
  }

  private static String name(byte[] file) {
    return Sha256.hex(file);
  }

  private void hit(int fault) {
    injected[fault]++;
  }
}

package vn.roquyen.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.roquyen.TurnedClock;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.service.OperationRules;

/**
 * A simulated machine: the product's replica and journal over a disk that loses power, tables in
 * memory beside it, a clock of its own. What it writes and receives is made lasting first and shown
 * then, as the ledger does.
 */
final class SimMachine {
  final String name;
  final SimSpace.Seat seat;
  final KeyFolder keys;
  final Random dice;
  FakeDisk disk;
  LocalReplica replica;
  SimTables tables = new SimTables();

  /** The tables of some moment before, as a file that was not written in time. */
  SimTables older = new SimTables();

  final TurnedClock clock = new TurnedClock(SimSpace.START);

  /** What was promised to be kept. */
  final Set<ChangeId> acknowledged = new HashSet<>();

  /**
   * What damage of the journal has taken and nobody has sent again; nothing is written till then.
   */
  final Set<ChangeId> lost = new HashSet<>();

  boolean spoilt;

  private ChangeId newest;

  SimMachine(String name, SimSpace space, SimSpace.Seat seat, Random dice) {
    this.name = name;
    this.seat = seat;
    this.dice = dice;
    this.keys = space.keys(seat, 0, seat.nonce(), dice);
    this.disk = new FakeDisk();
    try (Journal journal = Journal.open(disk, clock)) {
      space.beginning(seat).forEach(journal::append);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    open();
  }

  /** A machine that begins with the disk of another: a cloned image, a restored copy. */
  SimMachine(String name, SimSpace space, SimMachine of, byte[] image, int copy) {
    this.name = name;
    this.seat = of.seat;
    this.dice = of.dice;
    this.keys = space.keys(seat, copy, of.keys.nonce(), dice);
    clock.now = of.clock.now;
    this.disk = FakeDisk.holding(image);
    open();
  }

  /** Opens what is on the disk; the tables follow from wherever they are. */
  void open() {
    try {
      replica =
          new LocalReplica(
              new Opening(Journal.open(disk, clock), null),
              keys,
              clock,
              OperationRules::check,
              new HeldFiles(null));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    tables.follow(replica);
  }

  /** Loses power: of what was not forced some is on the disk, of the tables any state or none. */
  long losePower() {
    disk = disk.afterPowerLoss(dice);
    switch (dice.nextInt(3)) {
      case 0 -> tables = new SimTables();
      case 1 -> tables = older.copy();
      default -> {}
    }
    open();
    return replica.opening().cutBytes();
  }

  /** Signs edits; what has returned is acknowledged. */
  List<RecordedChange> write(List<RowEdit> edits) {
    older = tables.copy();
    List<RecordedChange> written;
    boolean joined;
    try (Writing writing = replica.edit(tables::past)) {
      written = writing.write(edits);
      writing.commit();
      joined = writing.replaces();
    }
    if (joined) {
      acknowledged.remove(newest);
      tables.replaceLast(written.getFirst());
    } else {
      written.forEach(tables::apply);
    }
    newest = written.getLast().id();
    tables.settled(replica);
    written.forEach(each -> acknowledged.add(each.id()));
    return written;
  }

  /** Takes files in, all together or none when the disk fails. */
  List<List<Reception>> receive(List<byte[]> files) {
    replica.seal();
    List<List<Reception>> answers = new ArrayList<>();
    boolean done = false;
    try (Receiving receiving = replica.receive(tables::past, tables::apply)) {
      for (byte[] file : files) {
        answers.add(receiving.take(file));
        if (receiving.rewound()) {
          // The ledger begins a new transaction here; the tables are filled anew in this one.
          tables.rebuild(replica);
        }
      }
      receiving.commit();
      done = true;
    } finally {
      if (!done) {
        tables.rebuild(replica);
      }
    }
    tables.settled(replica);
    replica.leaveFork();
    return answers;
  }

  Membership member() {
    return replica.membership();
  }

  History history() {
    return member().history();
  }

  /** Every document of the journal, in its order. */
  List<byte[]> documents() {
    replica.seal();
    return replica.documents().stream().map(id -> replica.document(id).encoded()).toList();
  }
}

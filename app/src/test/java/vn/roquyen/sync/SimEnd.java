package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.service.LostEdits;
import vn.roquyen.service.LostRow;

/** After the storm: everyone receives everything, and a machine that comes late does too. */
final class SimEnd {
  private static final int ROUNDS = 12;
  private final SimSpace space;
  private final Random dice;
  private final SimOracle oracle;
  private final Consumer<Reception> answered;

  /** How many rows of lost branches were entered again. */
  int resent;

  SimEnd(SimSpace space, Random dice, SimOracle oracle, Consumer<Reception> answered) {
    this.space = space;
    this.dice = dice;
    this.oracle = oracle;
    this.answered = answered;
  }

  void come(
      List<SimMachine> machines, List<byte[]> all, List<Revocation.Entry> revoked, Instant time) {
    List<SimMachine> everyone = new ArrayList<>(machines);
    everyone.add(new SimMachine("late", space, space.seats.get(5), dice));
    everyone.forEach(each -> each.clock.now = time);
    everyone.forEach(each -> deliver(each, all));
    SimOracle.agree(everyone);
    int reopened = dice.nextInt(everyone.size());
    for (SimMachine each : everyone) {
      SimOracle.keptAllAcknowledged(each);
      oracle.allRowsAreAuthorised(each, revoked);
      String before = each.tables.text();
      if (everyone.indexOf(each) == reopened) {
        each.open();
      }
      each.tables.rebuild(each.replica);
      assertThat(each.tables.text())
          .as("%s after its tables were lost", each.name)
          .isEqualTo(before);
      SimOracle.keptAllAcknowledged(each);
    }
    SimOracle.agree(everyone);
    if (everyone.stream().map(this::enterAgain).reduce(false, Boolean::logicalOr)) {
      List<byte[]> more = new ArrayList<>(all);
      everyone.forEach(each -> more.addAll(each.documents()));
      everyone.forEach(each -> deliver(each, more));
      SimOracle.agree(everyone);
    }
  }

  /**
   * Whoever holds the key enters again what a lost branch of it says; from then on the tables show
   * it, or it waits for a second key.
   *
   * @return true when something was written
   */
  private boolean enterAgain(SimMachine at) {
    boolean written = false;
    for (LostEdits.Lost lost : lost(at).rows()) {
      LostRow row = lost.against(at.tables.row(lost.entity(), lost.key()));
      if (row != null && row.state() == LostRow.State.OPEN && lost.entity() != Entity.APPROVAL) {
        written |= enterAgain(at, lost, RowEdit.of(row.operation()));
      }
    }
    return written;
  }

  private boolean enterAgain(SimMachine at, LostEdits.Lost lost, RowEdit edit) {
    at.replica.seal();
    try {
      List<RecordedChange> written = at.write(List.of(edit));
      if (written.getFirst().proposed().isEmpty()) {
        assertThat(lost.against(at.tables.row(lost.entity(), lost.key())))
            .as("%s enters %s again", at.name, edit)
            .isNull();
      }
      resent++;
      return true;
    } catch (Fault notNow) {
      // The key was taken back, or its field or the clock does not allow it any more.
      assertThat(Simulation.NOT_NOW).contains(notNow.code());
      return false;
    }
  }

  private static LostEdits lost(SimMachine at) {
    LostEdits lost = new LostEdits();
    History history = at.history();
    ChangeCodec codec = new ChangeCodec();
    history.replicas().stream()
        .filter(at.replica::isOwn)
        .flatMap(stream -> history.lost(stream).stream())
        .forEach(
            id -> {
              Change change = codec.read(at.replica.document(id));
              lost.add(id, change.header().time().instant(), codec.edits(change), false);
            });
    return lost;
  }

  /** In random order and pieces, again until nothing more is taken. */
  private void deliver(SimMachine to, List<byte[]> all) {
    List<byte[]> files = new ArrayList<>(all);
    int known = -1;
    for (int round = 0; round < ROUNDS && known != to.replica.documents().size(); round++) {
      known = to.replica.documents().size();
      Collections.shuffle(files, dice);
      for (int from = 0; from < files.size(); ) {
        int until = Math.min(files.size(), from + 1 + dice.nextInt(12));
        to.receive(files.subList(from, until)).forEach(each -> each.forEach(answered));
        from = until;
      }
    }
  }
}

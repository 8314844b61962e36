package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** After the storm: everyone receives everything, and a machine that comes late does too. */
final class SimEnd {
  private static final int ROUNDS = 12;
  private final SimSpace space;
  private final Random dice;
  private final SimOracle oracle;
  private final Consumer<Reception> answered;

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

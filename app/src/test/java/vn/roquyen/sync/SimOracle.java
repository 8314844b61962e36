package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.MergePolicy;
import vn.roquyen.domain.MergedRow;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit.Kind;

/**
 * What must hold whatever happens: no acknowledged change lost, equal sets of changes give equal
 * digests, no unauthorised row, a reason for every file that was not taken.
 */
final class SimOracle {
  private static final Properties SENTENCES = sentences();
  private final SimSpace space;

  SimOracle(SimSpace space) {
    this.space = space;
  }

  /** Every held or refused file has a reason, and the reason a sentence. */
  static void hasReason(Reception answer) {
    Reason reason =
        switch (answer) {
          case Reception.Held held -> held.reason();
          case Reception.Refused refused -> refused.reason();
          default -> null;
        };
    if (reason != null) {
      assertThat(SENTENCES.getProperty(reason.messageKey())).as(reason.name()).isNotBlank();
    }
  }

  /** A change that was open when the power failed may have grown without anyone being told. */
  static void keptAllAcknowledged(SimMachine machine) {
    Set<ChangeId> there = new HashSet<>(machine.replica.documents());
    Journal journal = machine.replica.opening().journal();
    assertThat(there)
        .as("%s: acknowledged changes", machine.name)
        .containsAll(machine.acknowledged.stream().map(journal::newest).toList());
  }

  /** Who wrote what stands in a row was allowed to, by a rule that is written down here again. */
  void allRowsAreAuthorised(SimMachine machine, List<Revocation.Entry> revoked) {
    Map<PublicKey, SimSpace.Seat> seats = new HashMap<>();
    space.seats.forEach(seat -> seats.put(seat.key().publicKey(), seat));
    for (Map.Entry<String, MergedRow> each : machine.tables.merged().entrySet()) {
      int slash = each.getKey().indexOf('/');
      Entity entity = Entity.ofNumber(Integer.parseInt(each.getKey().substring(0, slash)));
      String key = each.getKey().substring(slash + 1);
      for (MergePolicy.Write write : each.getValue().presence()) {
        SimSpace.Seat seat = seats.get(machine.history().keyOf(write.replica()));
        assertThat(seat).as("author of %s", each.getKey()).isNotNull();
        assertThat(may(seat, entity, key, write.edit().kind()))
            .as("%s writes %s", seat, each.getKey())
            .isTrue();
        revoked.forEach(entry -> assertGood(entry, seat, write));
      }
    }
  }

  private static void assertGood(
      Revocation.Entry entry, SimSpace.Seat seat, MergePolicy.Write write) {
    if (entry.certificate().equals(seat.certificate().id().brief())) {
      long last =
          entry.lastGood().stream()
              .filter(each -> each.replica().equals(write.replica()))
              .mapToLong(Revocation.LastGood::seq)
              .findAny()
              .orElse(-1);
      assertThat(write.seq())
          .as("beyond the last good of %s", seat.number())
          .isLessThanOrEqualTo(last);
    }
  }

  private static boolean may(SimSpace.Seat seat, Entity entity, String key, Kind kind) {
    return switch (entity) {
      case NOTE -> key.startsWith(seat.unit() + "/");
      case RECEIPT -> seat.is(Role.HUB) && key.startsWith(seat.unit() + "/");
      case FIELD -> seat.is(Role.PUBLISHER);
      // What a department proposed stands under the approval of a publisher.
      case GRANT -> seat.is(Role.PUBLISHER) || (kind == Kind.SET && seat.is(Role.DEPARTMENT));
      default -> seat.is(Role.PUBLISHER) || seat.is(Role.DEPARTMENT);
    };
  }

  /** All have the same rows, the same reviews, and the same places of what counts. */
  static void agree(List<SimMachine> machines) {
    SimMachine first = machines.getFirst();
    for (SimMachine each : machines) {
      assertThat(each.tables.text())
          .as("%s against %s", each.name, first.name)
          .isEqualTo(first.tables.text());
      assertThat(difference(places(each), places(first)))
          .as("places: %s against %s", each.name, first.name)
          .isEmpty();
    }
  }

  private static List<String> difference(Map<String, String> one, Map<String, String> other) {
    Set<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    return all.stream()
        .filter(key -> !Objects.equals(one.get(key), other.get(key)))
        .map(key -> key + ": " + one.get(key) + " | " + other.get(key))
        .toList();
  }

  private static Map<String, String> places(SimMachine machine) {
    Map<String, String> places = new TreeMap<>();
    History history = machine.history();
    for (ReplicaId replica : history.replicas()) {
      History.Entry tip = history.tip(replica);
      for (long seq = 0; tip != null && seq <= tip.seq(); seq++) {
        History.Entry entry = history.at(replica, seq);
        places.put(
            replica + ":" + seq,
            entry.id().brief() + " " + entry.time() + " " + new TreeMap<>(entry.others().newest()));
      }
    }
    return places;
  }

  private static Properties sentences() {
    try (var in = SimOracle.class.getResourceAsStream("/vn/roquyen/messages.properties")) {
      Properties sentences = new Properties();
      sentences.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      return sentences;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

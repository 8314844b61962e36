package vn.roquyen.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.MergePolicy.Write;
import vn.roquyen.domain.RowEdit.Kind;

final class MergePolicyTest {
  private static final Hlc ROOT = time("2026-01-01T00:00:00Z");
  private static final ReplicaId A = new ReplicaId(1);
  private static final ReplicaId B = new ReplicaId(-2);

  /** A change in a random history: its writes, and which changes must have come before it. */
  private record Made(Write write, EffectiveTime time, Set<Integer> parents) {}

  @Test
  void theLaterWriteWinsAndTheLoserIsKeptUntilSomeoneHasSeenBoth() {
    Write first = write(A, 0, "2026-11-01T00:00:00Z", VersionVector.NONE, set(1, "a"));
    Write second = write(B, 0, "2026-11-02T00:00:00Z", VersionVector.NONE, set(1, "b"));
    MergedRow row = merge(first, second);
    assertThat(row).isEqualTo(merge(second, first));
    assertThat(row.value(1)).isEqualTo("b");
    assertThat(row.conflicts()).containsExactly(new MergedRow.Conflict(1, second, List.of(first)));
    VersionVector both = VersionVector.NONE.with(B, 0);
    Write settled = write(A, 1, "2026-11-03T00:00:00Z", both, set(1, "c"));
    assertThat(MergePolicy.merge(row, settled).conflicts()).isEmpty();
    assertThat(MergePolicy.merge(row, settled).value(1)).isEqualTo("c");
  }

  @Test
  void fault54_whatOnlyANewerProgramKnowsSurvivesTheEditsOfAnOlderOne() {
    Write newer = write(A, 0, "2026-11-01T00:00:00Z", VersionVector.NONE, set(900, "mới"));
    VersionVector seen = VersionVector.NONE.with(A, 0);
    RowEdit older =
        RowEdit.of(new Operation.Insert(Entity.FIELD, newer.edit().key(), Map.of("name", "x")));
    MergedRow row = merge(newer, write(B, 0, "2026-11-02T00:00:00Z", seen, older));
    assertThat(row.value(900)).isEqualTo("mới");
    assertThat(row.conflicts()).isEmpty();
  }

  @Test
  void equalTimesAreDecidedByTheReplicaWithoutSign() {
    Write first = write(A, 0, "2026-11-01T00:00:00Z", VersionVector.NONE, set(1, "a"));
    Write second = write(B, 0, "2026-11-01T00:00:00Z", VersionVector.NONE, set(1, "b"));
    assertThat(merge(first, second).value(1)).isEqualTo("b");
    assertThat(merge(second, first).value(1)).isEqualTo("b");
  }

  @Test
  void differentFieldsDoNotConflictAndEqualValuesNeither() {
    Write first = write(A, 0, "2026-11-01T00:00:00Z", VersionVector.NONE, set(1, "same"));
    Write second = write(B, 0, "2026-11-02T00:00:00Z", VersionVector.NONE, set(2, "b"));
    Write third =
        write(new ReplicaId(3), 0, "2026-11-02T00:00:00Z", VersionVector.NONE, set(1, "same"));
    MergedRow row = merge(first, second, third);
    assertThat(row.conflicts()).isEmpty();
    assertThat(row.value(1)).isEqualTo("same");
    assertThat(row.value(2)).isEqualTo("b");
  }

  @Test
  void aRemovalAgainstAnEditItHadNotSeenKeepsTheRowAndFlagsIt() {
    Write insert = write(A, 0, "2026-11-01T00:00:00Z", VersionVector.NONE, insert("a"));
    VersionVector seen = VersionVector.NONE.with(A, 0);
    Write removal = write(B, 0, "2026-11-05T00:00:00Z", seen, removal());
    Write edit = write(A, 1, "2026-11-02T00:00:00Z", VersionVector.NONE, set(2, "x"));
    MergedRow row = merge(insert, removal, edit);
    assertThat(row).isEqualTo(merge(insert, edit, removal));
    assertThat(row.present()).isTrue();
    assertThat(row.value(1)).isEqualTo("a");
    assertThat(row.conflicts()).extracting(MergedRow.Conflict::field).containsExactly(0);
    assertThat(merge(insert, removal).present()).isFalse();
    Write again = write(B, 1, "2026-11-06T00:00:00Z", seen.with(A, 1), removal());
    assertThat(MergePolicy.merge(row, again).present()).isFalse();
    assertThat(MergePolicy.merge(row, again).conflicts()).isEmpty();
  }

  @Test
  void anEditAloneMakesNoRowUntilTheInsertItHadSeenCounts() {
    Write insert = write(A, 0, "2026-11-01T00:00:00Z", VersionVector.NONE, insert("a"));
    VersionVector seen = VersionVector.NONE.with(A, 0);
    Write edit = write(B, 0, "2026-11-02T00:00:00Z", seen, set(2, "x"));
    assertThat(merge(edit).present()).isFalse();
    assertThat(merge(edit, insert)).isEqualTo(merge(insert, edit));
    assertThat(merge(edit, insert).present()).isTrue();
    assertThat(merge(edit, insert).value(1)).isEqualTo("a");
    assertThat(merge(edit, insert).value(2)).isEqualTo("x");
  }

  @Test
  void fault33_theCycleOf2099EndsTheSameInAllSixOrders() {
    EffectiveTime root = EffectiveTime.ofRoot(ROOT);
    EffectiveTime a = EffectiveTime.of(time("2099-01-01T00:00:00Z"), false, List.of(root));
    EffectiveTime b = EffectiveTime.of(time("2026-03-01T00:00:00Z"), false, List.of(root, a));
    EffectiveTime c = EffectiveTime.of(time("2026-11-01T00:00:00Z"), false, List.of(root));
    ReplicaId third = new ReplicaId(3);
    List<Write> writes =
        List.of(
            new Write(A, 0, a.time(), VersionVector.NONE, set(1, "A")),
            new Write(B, 0, b.time(), VersionVector.NONE.with(A, 0), set(1, "B")),
            new Write(third, 0, c.time(), VersionVector.NONE, set(1, "C")));
    assertThat(b.time()).isGreaterThan(a.time());
    Set<MergedRow> ends = new HashSet<>();
    for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {2, 0, 1}}) {
      ends.add(merge(writes.get(order[0]), writes.get(order[1]), writes.get(order[2])));
    }
    assertThat(ends).hasSize(1);
  }

  @Test
  void fault31_aClockIn2099WinsBy180DaysAtMost() {
    EffectiveTime root = EffectiveTime.ofRoot(ROOT);
    EffectiveTime far = EffectiveTime.of(time("2099-01-01T00:00:00Z"), false, List.of(root));
    assertThat(far.time()).isEqualTo(ROOT.plusMillis(EffectiveTime.LEAD.toMillis()));
    assertThat(far.publisher()).isEqualTo(ROOT);
    EffectiveTime publisher = EffectiveTime.of(time("2026-05-01T00:00:00Z"), true, List.of(root));
    assertThat(
            EffectiveTime.of(time("2099-01-01T00:00:00Z"), false, List.of(root, publisher)).time())
        .isEqualTo(publisher.time().plusMillis(EffectiveTime.LEAD.toMillis()));
  }

  /**
   * Random histories of four replicas with wrong clocks, partial exchange and removals: every order
   * of arrival that respects causes ends in one state, and that state's winners obey the rule.
   */
  @Test
  void fault22_randomHistoriesConvergeInEveryOrderOfArrival() {
    int conflicts = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      Random random = new Random(seed);
      List<Made> history = history(random);
      MergedRow expected = replay(history, inOrder(history.size()));
      for (int order = 0; order < 6; order++) {
        MergedRow other = replay(history, causalOrder(history, random));
        assertThat(other).as("seed %d", seed).isEqualTo(expected);
        assertThat(other.conflicts()).as("seed %d", seed).isEqualTo(expected.conflicts());
      }
      conflicts += expected.conflicts().isEmpty() ? 0 : 1;
      winnersAreLatest(expected, history, seed);
    }
    assertThat(conflicts).as("histories with a conflict").isGreaterThan(1_000);
  }

  private static void winnersAreLatest(MergedRow row, List<Made> history, int seed) {
    for (int field : row.fields().keySet()) {
      Write latest =
          history.stream()
              .map(Made::write)
              .filter(write -> write.edit().fields().containsKey(field))
              .max(MergePolicy.ORDER)
              .orElseThrow();
      assertThat(row.fields().get(field).getLast()).as("seed %d", seed).isEqualTo(latest);
    }
  }

  private static List<Made> history(Random random) {
    int replicas = 2 + random.nextInt(3);
    List<Made> made = new ArrayList<>();
    List<Set<Integer>> known = new ArrayList<>();
    Map<Integer, Integer> tips = new HashMap<>();
    for (int i = 0; i < replicas; i++) {
      known.add(new HashSet<>());
    }
    int steps = 3 + random.nextInt(9);
    for (int step = 0; step < steps; step++) {
      int who = random.nextInt(replicas);
      if (random.nextInt(3) == 0) {
        known.get(who).addAll(known.get(random.nextInt(replicas)));
        continue;
      }
      made.add(make(made, known.get(who), who, tips.get(who), random));
      known.get(who).add(made.size() - 1);
      tips.put(who, made.size() - 1);
    }
    return made;
  }

  private static Made make(
      List<Made> made, Set<Integer> known, int who, Integer tip, Random random) {
    List<EffectiveTime> parents = new ArrayList<>(List.of(EffectiveTime.ofRoot(ROOT)));
    VersionVector others = VersionVector.NONE;
    for (int parent : known) {
      Write seen = made.get(parent).write;
      parents.add(made.get(parent).time);
      others = others.with(seen.replica(), seen.seq());
    }
    long skew = random.nextInt(5) == 0 ? 70L * 365 * 86_400_000 : random.nextInt(1_000);
    EffectiveTime time =
        EffectiveTime.of(ROOT.plusMillis(1_000 + skew), who == 0 && random.nextBoolean(), parents);
    RowEdit edit =
        switch (random.nextInt(6)) {
          case 0 -> removal();
          case 1 -> insert("v" + random.nextInt(4));
          default -> set(1 + random.nextInt(3), "v" + random.nextInt(4));
        };
    long seq = tip == null ? 0 : made.get(tip).write.seq() + 1;
    ReplicaId replica = new ReplicaId(who * 0x4000_0000_0000_0001L);
    return new Made(new Write(replica, seq, time.time(), others, edit), time, new HashSet<>(known));
  }

  private static List<Integer> inOrder(int size) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    return order;
  }

  private static List<Integer> causalOrder(List<Made> history, Random random) {
    List<Integer> order = new ArrayList<>();
    List<Integer> left = inOrder(history.size());
    while (!left.isEmpty()) {
      Collections.shuffle(left, random);
      for (int next : left) {
        if (order.containsAll(history.get(next).parents)) {
          order.add(next);
          left.remove((Integer) next);
          break;
        }
      }
    }
    return order;
  }

  private static MergedRow replay(List<Made> history, List<Integer> order) {
    MergedRow row = MergedRow.NONE;
    for (int next : order) {
      row = MergePolicy.merge(row, history.get(next).write);
    }
    return row;
  }

  private static MergedRow merge(Write... writes) {
    MergedRow row = MergedRow.NONE;
    for (Write write : writes) {
      row = MergePolicy.merge(row, write);
    }
    return row;
  }

  private static Write write(
      ReplicaId replica, long seq, String at, VersionVector others, RowEdit edit) {
    return new Write(replica, seq, time(at), others, edit);
  }

  private static RowEdit set(int field, String value) {
    TreeMap<Integer, Object> fields = new TreeMap<>();
    fields.put(field, value);
    return new RowEdit(1, "row", Kind.SET, fields);
  }

  private static RowEdit insert(String value) {
    return new RowEdit(1, "row", Kind.INSERT, set(1, value).fields());
  }

  private static RowEdit removal() {
    return new RowEdit(1, "row", Kind.REMOVE, new TreeMap<>());
  }

  private static Hlc time(String instant) {
    return Hlc.ofMillis(Instant.parse(instant).toEpochMilli());
  }
}

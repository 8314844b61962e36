package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;

/** What a person at a simulated machine writes, mostly what he may. */
final class SimEdits {
  private static final List<String> FIELDS = List.of("dat-dai", "xay-dung");
  private static final List<String> VERDICTS =
      List.of("approved", "approved", "approved", "returned", "rejected");

  private SimEdits() {}

  static List<RowEdit> of(SimMachine machine, Random dice) {
    if (machine.seat.is(Role.PUBLISHER)) {
      return switch (dice.nextInt(8)) {
        case 0, 1 -> List.of(field(dice));
        case 2, 3 -> List.of(power(dice), field(dice));
        case 4 -> List.of(grant(dice));
        case 5, 6 -> decision(machine, dice);
        default -> List.of(note(machine, dice));
      };
    }
    if (machine.seat.is(Role.DEPARTMENT)) {
      return switch (dice.nextInt(6)) {
        case 0, 1, 2 -> List.of(power(dice));
        case 3 -> List.of(grant(dice));
        case 4 -> decision(machine, dice);
        default -> List.of(note(machine, dice));
      };
    }
    return machine.seat.is(Role.HUB) && dice.nextBoolean()
        ? List.of(receipt(machine, dice))
        : List.of(note(machine, dice));
  }

  static RowEdit field(Random dice) {
    String key = "f" + dice.nextInt(3);
    return switch (dice.nextInt(4)) {
      case 0 -> whole(Entity.FIELD, key, "name", text(dice));
      case 1 -> Space.edit(Entity.FIELD, key, Kind.REMOVE);
      case 2 -> Space.edit(Entity.FIELD, key, Kind.SET, "parent_id", text(dice));
      default -> Space.edit(Entity.FIELD, key, Kind.SET, "name", text(dice));
    };
  }

  static RowEdit power(Random dice) {
    String key = "p" + dice.nextInt(3);
    String field = FIELDS.get(dice.nextInt(FIELDS.size()));
    return switch (dice.nextInt(5)) {
      case 0, 1 -> whole(Entity.POWER, key, "field_id", field, "title", text(dice));
      case 2 -> Space.edit(Entity.POWER, key, Kind.SET, "field_id", field);
      case 3 -> Space.edit(Entity.POWER, key, Kind.REMOVE);
      default -> Space.edit(Entity.POWER, key, Kind.SET, "title", text(dice));
    };
  }

  /** What moves authority and waits for a second key, and corrections, which do not wait. */
  static RowEdit grant(Random dice) {
    String key = "g" + dice.nextInt(2);
    return switch (dice.nextInt(8)) {
      case 0, 1 -> Space.edit(Entity.GRANT, key, Kind.REMOVE);
      case 2 -> Space.edit(Entity.GRANT, key, Kind.SET, "mode", text(dice));
      case 3, 4 -> Space.edit(Entity.GRANT, key, Kind.SET, "task", text(dice));
      default -> whole(Entity.GRANT, key, "power_id", "p" + dice.nextInt(3), "mode", text(dice));
    };
  }

  static RowEdit note(SimMachine machine, Random dice) {
    String key = machine.seat.unit() + "/n" + dice.nextInt(2);
    return dice.nextInt(5) == 0
        ? Space.edit(Entity.NOTE, key, Kind.REMOVE)
        : whole(Entity.NOTE, key, "text", text(dice));
  }

  private static RowEdit receipt(SimMachine machine, Random dice) {
    String key = machine.seat.unit() + "/r" + dice.nextInt(2);
    return whole(Entity.RECEIPT, key, "replica", "x", "seq", dice.nextInt(40));
  }

  /** A decision on something that waits, also on one's own, where there is any. */
  private static List<RowEdit> decision(SimMachine machine, Random dice) {
    List<RecordedChange> open =
        machine.tables.changes.values().stream()
            .filter(change -> change.counts() && !change.proposed().isEmpty())
            .sorted(Comparator.comparing(change -> change.id().hex()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (open.isEmpty()) {
      return List.of(field(dice));
    }
    RecordedChange chosen = open.get(dice.nextInt(open.size()));
    boolean own = machine.seat.key().publicKey().equals(machine.history().keyOf(chosen.replica()));
    return List.of(decision(chosen, own ? "withdrawn" : VERDICTS.get(dice.nextInt(5))));
  }

  static RowEdit decision(RecordedChange chosen, String verdict) {
    return whole(
        Entity.APPROVAL,
        chosen.id().hex(),
        "replica",
        chosen.replica().toString(),
        "seq",
        (int) chosen.seq(),
        "verdict",
        verdict);
  }

  /** An insert lists every field, as the program writes it. */
  static RowEdit whole(Entity entity, String key, Object... namesAndValues) {
    RowEdit some = Space.edit(entity, key, Kind.INSERT, namesAndValues);
    SortedMap<Integer, Object> fields = new TreeMap<>();
    entity.columns().values().forEach(column -> fields.put(column.number(), null));
    fields.putAll(some.fields());
    return new RowEdit(entity.number(), key, Kind.INSERT, fields);
  }

  private static String text(Random dice) {
    return "chữ " + dice.nextInt(1_000);
  }
}

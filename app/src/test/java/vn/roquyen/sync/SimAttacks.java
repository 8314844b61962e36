package vn.roquyen.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;
import vn.roquyen.sync.ChangeHeader.Dependency;

/** Files that are signed well and are not to be taken, made past the program's own checks. */
final class SimAttacks {
  private final SimSpace space;
  private final Random dice;
  private final ChangeCodec codec = new ChangeCodec();

  /** A file, the number of its fault, and whether it may never be applied anywhere. */
  record Attack(int fault, byte[] file, boolean never) {}

  SimAttacks(SimSpace space, Random dice) {
    this.space = space;
    this.dice = dice;
  }

  /** The parts of a header that an attack may turn. */
  private static final class Draft {
    SimSpace.Seat seat;
    ReplicaId replica;
    String nonce;
    long seq;
    ChangeId previous;
    Hlc time;
    List<Dependency> dependencies;
    String unit;
    String space = SimSpace.NAME.substring(0, 16);
    List<String> critical = List.of();
  }

  Attack any(SimMachine as, SimMachine other) {
    return switch (dice.nextInt(14)) {
      case 0 -> attack(42, draft(as), true, notAllowed(as));
      case 1 -> attack(42, draft(as), true, Space.note("03169", "1", "của xã khác"));
      case 2 -> strangers(as);
      case 3 -> previousIsAnother(as);
      case 4 -> gap(as);
      case 5 -> at2099(as);
      case 6 -> attack(53, draft(as), true, new RowEdit(9_999, "x", Kind.INSERT, new TreeMap<>()));
      case 7 -> critical(as);
      case 8 -> anothersStream(as, other);
      case 9 -> attack(51, draft(as), true, Space.note(as.seat.unit(), "1", "Ho\u0323 ti\u0323ch"));
      case 10 -> kindForAnother(as);
      case 11 -> roots();
      case 12 -> decisionOfOnesOwn(as);
      default -> tooMany(as);
    };
  }

  private RowEdit notAllowed(SimMachine as) {
    return as.seat.is(Role.PUBLISHER)
        ? Space.edit(Entity.NOTE, "03160/1", Kind.INSERT, "text", "x")
        : Space.edit(Entity.FIELD, "f0", Kind.SET, "name", "của tôi");
  }

  private Attack strangers(SimMachine as) {
    Draft draft = draft(as);
    if (dice.nextBoolean()) {
      draft.space = "0123456789abcdef";
      return attack(57, draft, true, Space.note(as.seat.unit(), "1", "kho khác"));
    }
    draft.seat = space.stranger;
    draft.replica = draft.seat.replica();
    draft.nonce = draft.seat.nonce();
    draft.seq = 0;
    draft.previous = null;
    draft.unit = draft.seat.unit();
    return attack(47, draft, true, Space.note(draft.unit, "1", "người lạ"));
  }

  private Attack previousIsAnother(SimMachine as) {
    Draft draft = draft(as);
    draft.seq = 1 + dice.nextInt(3);
    draft.previous = new ChangeId("ab".repeat(32));
    return attack(29, draft, true, SimEdits.note(as, dice));
  }

  private Attack gap(SimMachine as) {
    Draft draft = draft(as);
    draft.seq = 1_000;
    draft.previous = new ChangeId("cd".repeat(32));
    return attack(24, draft, true, SimEdits.note(as, dice));
  }

  /** The person's own change, by a machine whose clock stands in 2099. */
  private Attack at2099(SimMachine as) {
    Draft draft = draft(as);
    draft.time = Hlc.ofMillis(Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
    return attack(31, draft, false, SimEdits.note(as, dice));
  }

  private Attack critical(SimMachine as) {
    Draft draft = draft(as);
    draft.critical = List.of("sealed");
    return attack(53, draft, true, SimEdits.note(as, dice));
  }

  private Attack anothersStream(SimMachine as, SimMachine other) {
    Draft draft = draft(other);
    draft.seat = as.seat;
    draft.unit = as.seat.unit();
    boolean same = as.seat.equals(other.seat);
    return attack(45, draft, !same, SimEdits.note(as, dice));
  }

  private Attack kindForAnother(SimMachine as) {
    byte[] body = space.issuerCertificate.body();
    return new Attack(
        41, SignedDocument.sign(DocumentKind.CHANGE, body, as.seat.key()).encoded(), true);
  }

  private Attack roots() {
    SignedDocument root =
        switch (dice.nextInt(4)) {
          case 0 -> space.root(3, 1, space.rootKey, List.of(space.rootKey));
          case 1 -> space.root(2, 1, space.nextRootKey, List.of(space.nextRootKey));
          case 2 -> space.root(4, 1, space.rootKey, List.of(space.rootKey));
          default -> space.root;
        };
    return new Attack(root.equals(space.root) ? 37 : 38, root.encoded(), true);
  }

  private Attack decisionOfOnesOwn(SimMachine as) {
    List<RecordedChange> own = new ArrayList<>();
    as.tables.changes.values().stream()
        .filter(each -> isOwn(each, as) && !each.proposed().isEmpty())
        .sorted(Comparator.comparing(each -> each.id().hex()))
        .forEach(own::add);
    return own.isEmpty()
        ? tooMany(as)
        : attack(74, draft(as), true, SimEdits.decision(own.getFirst(), "approved"));
  }

  private static boolean isOwn(RecordedChange change, SimMachine as) {
    return as.seat.key().publicKey().equals(as.history().keyOf(change.replica()));
  }

  private Attack tooMany(SimMachine as) {
    Draft draft = draft(as);
    draft.dependencies = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      draft.dependencies.add(new Dependency(new ReplicaId(i), i, "0123456789abcdef"));
    }
    return attack(49, draft, true, SimEdits.note(as, dice));
  }

  private Draft draft(SimMachine as) {
    as.replica.seal();
    Draft draft = new Draft();
    History.Entry tip = as.history().tip(as.replica.id());
    draft.seat = as.seat;
    draft.replica = as.replica.id();
    draft.nonce = as.keys.nonce();
    draft.seq = tip == null ? 0 : tip.seq() + 1;
    draft.previous = tip == null ? null : tip.id();
    draft.time =
        Hlc.max(
            Hlc.ofMillis(as.clock.now.toEpochMilli()),
            tip == null ? Hlc.ZERO : tip.time().time().next());
    draft.dependencies = as.history().unseenBy(draft.replica);
    draft.unit = as.seat.unit();
    return draft;
  }

  private Attack attack(int fault, Draft draft, boolean never, RowEdit edit) {
    ChangeHeader header =
        new ChangeHeader(
            draft.replica,
            draft.seq,
            draft.previous,
            draft.previous == null ? draft.nonce : null,
            draft.time,
            draft.dependencies,
            1,
            draft.seat.certificate().id().brief(),
            draft.unit,
            draft.space,
            null,
            draft.critical);
    byte[] file = codec.write(header, List.of(edit), draft.seat.key()).document().encoded();
    return new Attack(fault, file, never);
  }
}

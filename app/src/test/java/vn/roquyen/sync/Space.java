package vn.roquyen.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import vn.roquyen.TurnedClock;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.HybridClock;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.service.OperationRules;

/** A space of exchange for tests: a root of its own, an issuer, members with replicas. */
final class Space {
  static final Hlc START = Hlc.ofMillis(Instant.parse("2026-11-01T00:00:00Z").toEpochMilli());
  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  final DeviceKey rootKey;
  final SignedDocument root;
  final DeviceKey issuerKey;
  final SignedDocument issuerCertificate;
  final Issuer issuer;
  private final String name;
  private final Random random;

  Space(long seed) {
    random = new Random(seed);
    rootKey = key();
    name = HexFormat.of().formatHex(bytes(16));
    root =
        new Root(1, name, Set.of(rootKey.publicKey()), 1, START, false, 1).sign(List.of(rootKey));
    issuerKey = key();
    issuerCertificate = Issuer.certifyIssuer(issuerKey, "tinh", Set.of(), START, List.of(rootKey));
    issuer = new Issuer(issuerKey, issuerCertificate);
  }

  String name() {
    return name;
  }

  DeviceKey key() {
    return DeviceKey.ofSeed(bytes(32));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  SignedDocument nextRoot(int version, int approvals) {
    return new Root(version, name, Set.of(rootKey.publicKey()), 1, START, false, approvals)
        .sign(List.of(rootKey));
  }

  Trust trust() {
    Trust trust = new Trust(root, false);
    trust.admit(issuerCertificate);
    return trust;
  }

  SignedDocument certify(DeviceKey key, String unit, Role role, String... fields) {
    SignedDocument invitation =
        issuer.invite(root, unit, Set.of(role), new TreeSet<>(Arrays.asList(fields)));
    SignedDocument request =
        Enrolment.Request.write(Enrolment.Invitation.read(invitation), key, "Máy của " + unit);
    return issuer.certify(invitation, request, new HashSet<>(), START);
  }

  Member member(String unit, Role role, String... fields) {
    DeviceKey key = key();
    return new Member(key, certify(key, unit, role, fields), unit);
  }

  /** A machine: writes changes, receives files, keeps what the door was given. */
  final class Member implements Receiver.Door {
    final DeviceKey key;
    final SignedDocument certificate;
    final Trust trust = trust();
    final History history = new History(trust);
    final WaitingRoom room = new WaitingRoom(new HeldFiles(null));
    final ChangeCodec codec = new ChangeCodec();
    final List<VerifiedChange> applied = new ArrayList<>();
    final List<SignedDocument> kept = new ArrayList<>();
    final Map<String, String> facts = new HashMap<>();
    final Receiver receiver =
        new Receiver(
            codec,
            trust,
            history,
            new Verifier(codec, trust, history, OperationRules::check),
            entry -> this::fact,
            this,
            room);
    boolean rewound;
    final String nonce;
    final String unit;
    final ChangeWriter writer;
    final TurnedClock clock = new TurnedClock(NOW);

    Member(DeviceKey key, SignedDocument certificate, String unit) {
      this(key, certificate, unit, ChangeWriter.newNonce());
    }

    /** One who may be the second to use the nonce: a cloned disk. */
    Member(DeviceKey key, SignedDocument certificate, String unit, String nonce) {
      this.key = key;
      this.nonce = nonce;
      this.certificate = certificate;
      trust.admit(certificate);
      this.unit = unit;
      writer = writer(key, certificate, unit, nonce, START);
    }

    ChangeWriter writer(DeviceKey by, SignedDocument with, String unit, String nonce, Hlc trusted) {
      return new ChangeWriter(
          new ChangeWriter.Identity(by, nonce, with.id().brief(), unit, name.substring(0, 16), 1),
          codec,
          history,
          new HybridClock(clock, Hlc.ZERO, trusted));
    }

    /** Writes a change and takes it in through the front door. */
    byte[] write(RowEdit... edits) {
      byte[] file = writer.next(List.of(edits)).document().encoded();
      List<Reception> answers = receiver.receive(file);
      if (!(answers.getFirst() instanceof Reception.Applied)) {
        throw new IllegalStateException(answers.toString());
      }
      return file;
    }

    Reception receive(byte[] file) {
      return receiver.receive(file).getFirst();
    }

    void knows(SignedDocument... documents) {
      for (SignedDocument document : documents) {
        trust.admit(document);
      }
    }

    private String fact(Entity entity, String row, String column) {
      return facts.get(entity + "/" + row + "/" + column);
    }

    @Override
    public <T> T alone(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void apply(VerifiedChange change, boolean counts) {
      applied.add(change);
    }

    @Override
    public boolean isOwn(ReplicaId stream) {
      return false;
    }

    @Override
    public void rewound() {
      rewound = true;
    }

    @Override
    public void keep(SignedDocument document) {
      kept.add(document);
    }
  }

  static RowEdit note(String unit, String row, String text) {
    return edit(Entity.NOTE, unit + "/" + row, RowEdit.Kind.INSERT, "text", text);
  }

  static RowEdit edit(Entity entity, String row, RowEdit.Kind kind, Object... namesAndValues) {
    SortedMap<Integer, Object> fields = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(entity.column((String) namesAndValues[i]).number(), namesAndValues[i + 1]);
    }
    return new RowEdit(entity.number(), row, kind, fields);
  }
}

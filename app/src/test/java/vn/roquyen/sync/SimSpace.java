package vn.roquyen.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;

/**
 * The space of the simulated machines. Its keys and certificates are made once and are the same
 * bytes in every run, so that a seed always gives the same history.
 */
final class SimSpace {
  static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  static final Hlc ZERO = Hlc.ofMillis(START.toEpochMilli());
  static final String NAME = "5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c";
  private static final String PASSWORD = "simulation";

  /** One who takes part: a key in a key folder, its certificate, and one that renews it. */
  record Seat(
      int number,
      DeviceKey key,
      String nonce,
      Certificate content,
      SignedDocument certificate,
      SignedDocument renewal) {
    String unit() {
      return content.unit();
    }

    ReplicaId replica() {
      return DeviceKey.replica(key.publicKey(), HexFormat.of().parseHex(nonce));
    }

    boolean is(Role role) {
      return content.is(role);
    }
  }

  final DeviceKey rootKey = key(1);
  final DeviceKey nextRootKey = key(2);
  final DeviceKey issuerKey = key(3);
  final SignedDocument root = root(1, 1, rootKey, List.of(rootKey));
  final SignedDocument issuerCertificate;

  /** The same certificate signed by the keys of the next root. */
  final SignedDocument issuerSignedAnew;

  final List<Seat> seats = new ArrayList<>();
  final Seat stranger;

  /** A key file is opened once: that is made slow on purpose. */
  private record Keys(Path path, KeyFolder folder) {}

  private final Map<String, Keys> folders = new HashMap<>();

  /** Of the history that is being made. */
  private Random dice = new Random(0);

  SimSpace() {
    Certificate issuer = content(issuerKey, "tinh", Role.ISSUER, Set.of(), null, 3);
    issuerCertificate =
        SignedDocument.sign(DocumentKind.CERTIFICATE, issuer.body(), List.of(rootKey));
    issuerSignedAnew =
        SignedDocument.sign(DocumentKind.CERTIFICATE, issuer.body(), List.of(nextRootKey));
    seat("tinh", Role.PUBLISHER);
    seat("tinh", Role.PUBLISHER);
    seat("so-tnmt", Role.DEPARTMENT, "dat-dai");
    seat("03160", Role.COMMUNE);
    seat("tinh", Role.HUB);
    seat("03160", Role.INSPECTOR);
    stranger = seat("03160", Role.PUBLISHER);
    seats.removeLast();
  }

  /** A root document of that version. */
  SignedDocument root(int version, int approvals, DeviceKey holds, List<DeviceKey> signers) {
    return new Root(version, NAME, Set.of(holds.publicKey()), 1, ZERO, false, approvals)
        .sign(signers);
  }

  SignedDocument revoke(int number, List<Revocation.Entry> entries) {
    Revocation revocation = new Revocation(number, issuerCertificate.id().brief(), entries);
    return SignedDocument.sign(DocumentKind.REVOCATION, revocation.body(), issuerKey);
  }

  /** What the first page of each machine's journal holds. */
  List<SignedDocument> beginning(Seat seat) {
    return List.of(root, issuerCertificate, seat.certificate());
  }

  static DeviceKey key(int number) {
    byte[] seed = new byte[DeviceKey.SEED_BYTES];
    seed[0] = (byte) number;
    return DeviceKey.ofSeed(seed);
  }

  private Seat seat(String unit, Role role, String... fields) {
    int number = seats.size();
    DeviceKey key = key(10 + number);
    String nonce = HexFormat.of().toHexDigits((byte) (0x40 + number)).repeat(16);
    String issuer = issuerCertificate.id().brief();
    Certificate first = content(key, unit, role, Set.of(fields), issuer, 10 + number);
    Certificate second = content(key, unit, role, Set.of(fields), issuer, 50 + number);
    Seat seat = new Seat(number, key, nonce, first, signed(first), signed(second));
    seats.add(seat);
    return seat;
  }

  private SignedDocument signed(Certificate content) {
    return SignedDocument.sign(DocumentKind.CERTIFICATE, content.body(), issuerKey);
  }

  private static Certificate content(
      DeviceKey key, String unit, Role role, Set<String> fields, String issuer, int serial) {
    return new Certificate(
        key.publicKey(),
        "Máy " + serial,
        unit,
        Set.of(role),
        new TreeSet<>(fields),
        ZERO,
        ZERO.plusMillis(Duration.ofDays(issuer == null ? 9 * 365 : 3 * 365 + serial).toMillis()),
        HexFormat.of().toHexDigits((byte) serial).repeat(16),
        issuer,
        key.sign(Certificate.proofOf(key.publicKey(), unit, Set.of(role))),
        false);
  }

  /** The key folder of a machine: a clone has its own copy, with the same nonce. */
  KeyFolder keys(Seat seat, int copy, String nonce, Random dice) {
    this.dice = dice;
    Keys keys = folders.computeIfAbsent(seat.number() + "/" + copy, name -> keys(seat.key()));
    try {
      Files.writeString(keys.path().resolve("replica"), nonce);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return keys.folder();
  }

  private Keys keys(DeviceKey key) {
    Path path = folder(key);
    return new Keys(path, new KeyFolder(path, PASSWORD, () -> nonce(dice)));
  }

  private static String nonce(Random dice) {
    byte[] nonce = new byte[16];
    dice.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }

  private static Path folder(DeviceKey key) {
    try {
      Path folder = Files.createTempDirectory("sim-keys");
      for (String each : List.of("", KeyFolder.DEVICE, "replica")) {
        folder.resolve(each).toFile().deleteOnExit();
      }
      KeyFile.write(folder.resolve(KeyFolder.DEVICE), key, PASSWORD.toCharArray(), KeyFile.FAST);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

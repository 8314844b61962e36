package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Sha256;
import vn.roquyen.sync.Manifest;
import vn.roquyen.sync.Parcel;
import vn.roquyen.sync.Reason;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.Speaker;

/**
 * Everything in one go, for a laptop that begins: the hub makes a snapshot once a week, a newcomer
 * takes the newest and then only what came after it.
 */
final class Snapshots {
  /** Who lacks fewer changes than this fetches them one by one. */
  static final int WORTH_IT = 64;

  private static final Duration AGE = Duration.ofDays(7);
  private static final int AT_ONCE = 256;
  private final Visit visit;
  private final Memory memory;

  Snapshots(Visit visit) {
    this.visit = visit;
    this.memory = visit.memory();
  }

  /** Makes a snapshot when the newest is a week old and something has come since. */
  void write(Speaker speaker) {
    long count = visit.party().replicas().stream().mapToLong(visit.party()::count).sum();
    long age = visit.party().now().millis() - memory.number("snapshotAt", 0);
    if (age < AGE.toMillis() || count == memory.number("snapshotOf", 0)) {
      return;
    }
    Path parcel = null;
    try {
      parcel = Files.createTempFile(visit.download().folder(), "snapshot", ".rqp");
      try (OutputStream out = Files.newOutputStream(parcel)) {
        Parcel.write(out, visit.party().everything());
      }
      String name = put(speaker, parcel);
      discardOld(name);
      memory.put("snapshot", name);
      memory.put("snapshotOf", count);
      memory.put("snapshotAt", visit.party().now().millis());
    } catch (IOException failure) {
      throw local(failure);
    } finally {
      discard(parcel);
    }
  }

  private String put(Speaker speaker, Path parcel) throws IOException {
    List<byte[]> sums = new ArrayList<>();
    try (InputStream in = Files.newInputStream(parcel)) {
      for (byte[] part = read(in); part.length > 0; part = read(in)) {
        sums.add(Sha256.of(part));
      }
    }
    String name = Digests.shortTag(sums.toArray(byte[][]::new));
    try (InputStream in = Files.newInputStream(parcel)) {
      for (int i = 0; i < sums.size(); i++) {
        visit.pause();
        visit.remote().create(visit.layout().part(name, i), read(in));
      }
    }
    Manifest manifest = new Manifest(speaker, visit.party().now(), Files.size(parcel), sums);
    visit.remote().replace(visit.layout().manifest(name), visit.party().sign(manifest).encoded());
    return name;
  }

  /** Two snapshots are kept: whoever has begun with the one before comes to its end. */
  private void discardOld(String newest) {
    String before = memory.text("snapshot");
    String old = memory.text("snapshotBefore");
    memory.put("snapshotBefore", before);
    if (old == null || old.equals(newest) || old.equals(before)) {
      return;
    }
    byte[] file = visit.download().whole(visit.layout().manifest(old));
    if (file == null) {
      return;
    }
    visit.remote().delete(visit.layout().manifest(old));
    try {
      int parts = Manifest.read(file, visit.party().trust()).parts().size();
      for (int i = 0; i < parts; i++) {
        visit.pause();
        visit.remote().delete(visit.layout().part(old, i));
      }
    } catch (Refusal notOurs) {
      visit.tally().refuse(new ReplicaId(0), notOurs.reason(), notOurs.arguments());
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    return in.readNBytes(Layout.MAX_OBJECT);
  }

  /** Takes the newest snapshot in when much is lacking and it was not taken before. */
  void read(Map<ReplicaId, Long> wanted) {
    long lacking =
        wanted.entrySet().stream()
            .mapToLong(each -> Math.max(0, each.getValue() - visit.party().count(each.getKey())))
            .sum();
    String name = newest();
    if (name == null || lacking < WORTH_IT || name.equals(memory.text("snapshotTaken"))) {
      return;
    }
    try {
      take(name);
      memory.put("snapshotTaken", name);
    } catch (Refusal refusal) {
      // The changes come one by one instead.
      visit.tally().refuse(new ReplicaId(0), refusal.reason(), refusal.arguments());
    } catch (IOException failure) {
      throw local(failure);
    }
  }

  private @Nullable String newest() {
    String newest = null;
    long at = -1;
    for (ReplicaId replica : memory.known()) {
      String name = memory.text("snap." + replica);
      long time = memory.number("time." + replica, 0);
      if (name != null && time > at) {
        newest = name;
        at = time;
      }
    }
    return newest;
  }

  private void take(String name) throws IOException {
    byte[] file = visit.download().whole(visit.layout().manifest(name));
    if (file == null) {
      return;
    }
    Manifest manifest = Manifest.read(file, visit.party().trust());
    if (!Digests.shortTag(manifest.parts().toArray(byte[][]::new)).equals(name)) {
      throw new Refusal(Reason.MALFORMED, "snapshot");
    }
    Path parcel = Files.createTempFile(visit.download().folder(), "snapshot", ".rqp");
    try {
      try (OutputStream out = Files.newOutputStream(parcel)) {
        for (int i = 0; i < manifest.parts().size(); i++) {
          visit.pause();
          visit.watcher().fetching(i, manifest.parts().size());
          out.write(part(name, i, manifest.parts().get(i)));
        }
      }
      receive(Parcel.open(parcel));
    } finally {
      discard(parcel);
    }
  }

  /** A part that is not what the manifest says is fetched once more, then the snapshot is left. */
  private byte[] part(String name, int number, byte[] sum) {
    for (int attempt = 0; attempt < 2; attempt++) {
      byte[] part = visit.download().whole(visit.layout().part(name, number));
      if (part != null && Arrays.equals(Sha256.of(part), sum)) {
        return part;
      }
    }
    throw new RemoteFailure(RemoteState.REPLICATING, visit.layout().part(name, number));
  }

  private void receive(Parcel parcel) throws IOException {
    List<byte[]> files = new ArrayList<>();
    parcel.forEach(
        file -> {
          files.add(file);
          if (files.size() == AT_ONCE) {
            take(files);
          }
        });
    take(files);
  }

  private void take(List<byte[]> files) {
    if (!files.isEmpty()) {
      visit
          .party()
          .receive(List.copyOf(files))
          .forEach(answer -> visit.tally().count(new ReplicaId(0), answer.getFirst()));
      visit.tally().fetched(files.size());
      files.clear();
    }
  }

  private Fault local(IOException failure) {
    FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
    return new Fault(code, failure, visit.download().where());
  }

  private static void discard(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      file.toFile().deleteOnExit();
    }
  }
}

package vn.roquyen.sync;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;

/**
 * Measures what performance.md states about change files; run by hand, because a timed assertion
 * fails for reasons that are not the program's.
 */
final class SyncFigures {
  private SyncFigures() {}

  public static void main(String[] arguments) throws Exception {
    Space space = new Space(1);
    Space.Member commune = space.member("03160", Role.COMMUNE);
    byte[] file = commune.write(Space.note("03160", "1", "Sở Nội vụ trả lời ngày 20/11/2026"));
    SignedDocument document = SignedDocument.read(file);
    PublicKey key = commune.key.publicKey();
    time("verify one signature", 20_000, () -> require(document.isSignedBy(key)));
    time("sign", 5_000, () -> commune.key.sign(file));
    time("read form and header", 20_000, () -> commune.codec.read(file));
    Path folder = Files.createTempDirectory("journal");
    try (Journal journal = Journal.open(folder, Clock.systemUTC())) {
      time("append and force", 2_000, () -> journal.append(document));
    }
    sizes(space);
    bulk(space);
    AnchorFigures.print();
  }

  private static void sizes(Space space) {
    Space.Member commune = space.member("03160", Role.COMMUNE);
    commune.write(Space.note("03160", "0", AnchorFigures.text(0)));
    byte[] one = commune.write(Space.note("03160", "1", AnchorFigures.text(1)));
    List<RowEdit> edits = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      edits.add(
          Space.edit(
              Entity.NOTE, "03160/" + i, RowEdit.Kind.SET, "text", AnchorFigures.text(i + 2)));
    }
    byte[] hundred = commune.write(edits.toArray(new RowEdit[0]));
    System.out.printf(
        "one signed field change: %d B; of 100 in one file: %.1f B each%n",
        one.length, hundred.length / 100.0);
  }

  private static void bulk(Space space) {
    Space.Member publisher = space.member("tinh", Role.PUBLISHER);
    List<RowEdit> edits = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      Map<String, Object> values = new TreeMap<>();
      values.put("title", "Cấp giấy phép xây dựng công trình loại " + i);
      values.put("field_id", "xay-dung");
      edits.add(RowEdit.of(new Operation.Insert(Entity.POWER, "p" + i, values)));
    }
    long start = System.nanoTime();
    List<byte[]> files = new ArrayList<>();
    for (int from = 0; from < edits.size(); from += EditCodec.MAX_EDITS) {
      int to = Math.min(from + EditCodec.MAX_EDITS, edits.size());
      files.add(publisher.write(edits.subList(from, to).toArray(new RowEdit[0])));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = files.stream().mapToLong(each -> each.length).sum();
    System.out.printf(
        "write and receive 200,000 inserts: %.1f s, %d files, %.1f B each%n",
        seconds, files.size(), bytes / 200_000.0);
    Space.Member reader = space.member("tinh", Role.HUB);
    reader.knows(publisher.certificate);
    start = System.nanoTime();
    files.forEach(reader::receive);
    System.out.printf(
        "receive and verify (no database): %.0f edits/s%n",
        200_000 / ((System.nanoTime() - start) / 1e9));
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException();
    }
  }

  private static void time(String what, int times, Runnable work) {
    for (int i = 0; i < times / 4; i++) {
      work.run();
    }
    long start = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    System.out.printf(
        "%s: %.1f µs (%.1f µs of processor)%n",
        what,
        (System.nanoTime() - start) / 1e3 / times,
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e3 / times);
  }
}

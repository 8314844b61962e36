package vn.roquyen.service;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Role;

/**
 * Measures what performance.md states about receiving and rebuilding; run by hand, because a timed
 * assertion fails for reasons that are not the program's.
 */
final class ApplyFigures {
  private static final int ROWS = 200_000;
  private static final int PACK = 500;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** What the process had used when the work before was done. */
  private static long processor;

  private ApplyFigures() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("figures");
    try (Machine publisher = new Machine(folder.resolve("a"), Role.PUBLISHER, "tinh");
        Machine commune = new Machine(folder.resolve("b"), Role.COMMUNE, "03160")) {
      long start = System.nanoTime();
      publisher.wiring.ledger().recordAll(packs());
      tell("record own operations, index included", start);
      Path parcel = publisher.export(folder.resolve("all.rqp"));
      System.out.println("parcel: " + Files.size(parcel) + " bytes");
      anchors(folder);
      start = System.nanoTime();
      commune.receive(parcel);
      tell("apply the parcel, verified, merged, versions kept, index included", start);
      start = System.nanoTime();
      DoctorService.Findings found = commune.wiring.doctor().examine();
      tell("fill a second set of tables from the journal and digest both", start);
      System.out.println(found);
      start = System.nanoTime();
      commune.loseDatabase();
      tell("start after the database was deleted: journal, tables, index", start);
    }
  }

  private static void anchors(Path folder) throws SQLException {
    long start = System.nanoTime();
    raw(folder.resolve("raw"), false, ROWS);
    tell("raw H2 batch insert of the same rows, one table, one transaction", start);
    start = System.nanoTime();
    raw(folder.resolve("raw-versions"), true, ROWS);
    tell("the same with a second table for the versions", start);
    start = System.nanoTime();
    raw(folder.resolve("raw-parts"), true, Replay.AT_ONCE);
    tell("the same in transactions as large as the program's", start);
  }

  private static Iterable<List<Operation>> packs() {
    List<List<Operation>> packs = new ArrayList<>();
    for (int from = 0; from < ROWS; from += PACK) {
      List<Operation> pack = new ArrayList<>();
      for (int i = from; i < from + PACK; i++) {
        pack.add(
            new Operation.Insert(
                Entity.CALENDAR_DAY,
                LocalDate.ofEpochDay(i).toString(),
                Map.of("kind", "WORKDAY", "name", "Ngày làm việc số " + i)));
      }
      packs.add(pack);
    }
    return packs;
  }

  /**
   * The same rows into a table of H2 by JDBC batches.
   *
   * @param versions also what the register keeps of each row: which change wrote which fields
   * @param atOnce rows of one transaction
   */
  private static void raw(Path file, boolean versions, int atOnce) throws SQLException {
    String url = "jdbc:h2:file:" + file + ";CIPHER=AES;WRITE_DELAY=0";
    try (Connection connection = DriverManager.getConnection(url, "raw", "key password")) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(
            "create table t(d date primary key, k varchar, n varchar, b varchar, s varchar)");
        statement.execute(
            "create table v(e smallint, r varchar(200), p integer, k tinyint, f bigint)");
        statement.execute("create index v_row on v(e, r, p)");
      }
      try (PreparedStatement rows =
              connection.prepareStatement("insert into t values(?, ?, ?, ?, ?)");
          PreparedStatement second =
              connection.prepareStatement("insert into v values(13, ?, ?, 0, 30)")) {
        for (int i = 0; i < ROWS; i++) {
          LocalDate day = LocalDate.ofEpochDay(i);
          rows.setObject(1, day);
          rows.setString(2, "WORKDAY");
          rows.setString(3, "Ngày làm việc số " + i);
          rows.setString(4, null);
          rows.setString(5, null);
          rows.addBatch();
          second.setString(1, day.toString());
          second.setInt(2, i / PACK);
          second.addBatch();
          if (i % PACK == PACK - 1) {
            rows.executeBatch();
            if (versions) {
              second.executeBatch();
            }
          }
          if (i % atOnce == atOnce - 1) {
            connection.commit();
          }
        }
      }
      connection.commit();
    }
  }

  private static void tell(String what, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    long used = PROCESS.getProcessCpuTime();
    System.out.printf(
        "%s: %.1f s, %.0f rows/s, processor %.1f s%n",
        what, seconds, ROWS / seconds, (used - processor) / 1e9);
    processor = PROCESS.getProcessCpuTime();
  }
}

package vn.roquyen.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
      start = System.nanoTime();
      raw(folder.resolve("raw"));
      tell("raw H2 batch insert of the same rows, one table, no key of ours", start);
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

  private static Iterable<List<Operation>> packs() {
    List<List<Operation>> packs = new ArrayList<>();
    for (int from = 0; from < ROWS; from += PACK) {
      List<Operation> pack = new ArrayList<>();
      for (int i = from; i < from + PACK; i++) {
        pack.add(
            new Operation.Insert(
                Entity.CALENDAR_DAY,
                java.time.LocalDate.ofEpochDay(i).toString(),
                Map.of("kind", "WORKDAY", "name", "Ngày làm việc số " + i)));
      }
      packs.add(pack);
    }
    return packs;
  }

  private static void raw(Path file) throws SQLException {
    String url = "jdbc:h2:file:" + file + ";CIPHER=AES;WRITE_DELAY=0";
    try (Connection connection = DriverManager.getConnection(url, "raw", "key password")) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute(
              "create table t(d date primary key, k varchar, n varchar, b varchar, s varchar)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into t values(?, ?, ?, ?, ?)")) {
        for (int i = 0; i < ROWS; i++) {
          insert.setObject(1, java.time.LocalDate.ofEpochDay(i));
          insert.setString(2, "WORKDAY");
          insert.setString(3, "Ngày làm việc số " + i);
          insert.setString(4, null);
          insert.setString(5, null);
          insert.addBatch();
          if (i % PACK == PACK - 1) {
            insert.executeBatch();
          }
        }
      }
      connection.commit();
    }
  }

  private static void tell(String what, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %.1f s, %.0f rows/s%n", what, seconds, ROWS / seconds);
  }
}

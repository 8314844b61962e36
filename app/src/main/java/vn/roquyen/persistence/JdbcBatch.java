package vn.roquyen.persistence;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.h2.api.ErrorCode;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one statement as one JDBC batch. The statement is jOOQ's; its values are bound here,
 * because jOOQ's binding of a row takes as long as H2's insert of it.
 */
final class JdbcBatch {
  private JdbcBatch() {}

  /** Inserts whole rows, the values in the order of the table's columns. */
  static void insert(DSLContext dsl, Table<?> table, List<? extends @Nullable Object[]> rows) {
    String marks = String.join(", ", Collections.nCopies(table.fields().length, "?"));
    send(dsl, "insert into " + table.getName() + " values (" + marks + ")", rows);
  }

  /**
   * Runs a statement once for each row of values.
   *
   * @return how many rows each has written
   */
  static int[] send(DSLContext dsl, String sql, List<? extends @Nullable Object[]> rows) {
    return dsl.connectionResult(connection -> send(connection, sql, rows));
  }

  /**
   * Inserts those rows of which the key is not there yet.
   *
   * @return the others, in their order
   */
  static List<@Nullable Object[]> insertNew(
      DSLContext dsl, String sql, List<@Nullable Object[]> rows) {
    return dsl.connectionResult(
        connection -> {
          try {
            send(connection, sql, rows);
            return List.of();
          } catch (BatchUpdateException failure) {
            return known(failure, rows);
          }
        });
  }

  private static List<@Nullable Object[]> known(
      BatchUpdateException failure, List<@Nullable Object[]> rows) throws SQLException {
    for (SQLException each = failure.getNextException();
        each != null;
        each = each.getNextException()) {
      if (each.getErrorCode() != ErrorCode.DUPLICATE_KEY_1) {
        throw each;
      }
    }
    int[] counts = failure.getUpdateCounts();
    List<@Nullable Object[]> known = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == Statement.EXECUTE_FAILED) {
        known.add(rows.get(i));
      }
    }
    return known;
  }

  private static int[] send(
      Connection connection, String sql, List<? extends @Nullable Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }
}

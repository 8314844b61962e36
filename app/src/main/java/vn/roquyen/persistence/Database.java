package vn.roquyen.persistence;

import static vn.roquyen.domain.FaultCode.UNEXPECTED;
import static vn.roquyen.persistence.jooq.Tables.REGISTER_STATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.AtomicFile;

/**
 * The encrypted H2 file of one data folder: opened and migrated here, read and written through it.
 * A thread that works in here must never be interrupted: an interrupt during file I/O closes the
 * database for the process.
 */
public final class Database implements AutoCloseable {
  /** The newest Flyway script; a database at this version is opened without starting Flyway. */
  static final int SCHEMA_VERSION = 12;

  /**
   * H2 remembers each long text that it handed out for five minutes, in case that somebody still
   * reads it; reading a hundred thousand rows filled the memory. Here a text is read at once.
   */
  private static final String FORGET_TEXTS = ";LOB_TIMEOUT=10000";

  private static final String FILE = "register";

  /**
   * Lies beside a database for as long as it is being made. It is forced before there is any part
   * of one; should its removal be lost with the power, a whole database is made anew from the
   * journal.
   */
  private static final String UNFINISHED = FILE + ".unfinished";

  /** Lies beside a database that was found to differ from the journal. */
  private static final String SUSPECTED = FILE + ".suspected";

  private static final String MIGRATIONS = "classpath:vn/roquyen/persistence/migration";

  private final JdbcConnectionPool pool;
  private final Path folder;
  private final Settings settings =
      new Settings()
          .withRenderNameCase(RenderNameCase.UPPER)
          .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
          .withExecuteLogging(false);

  private Database(JdbcConnectionPool pool, Path folder) {
    this.pool = pool;
    this.folder = folder;
  }

  /**
   * Opens the database in a folder, or makes it when the folder has none.
   *
   * @param folder existing local folder, held under the instance lock
   * @param key 32 random bytes in hexadecimal
   * @param identity the replica whose changes it shows; that of another is foreign
   * @throws Fault DATABASE_DAMAGED, DATABASE_FOREIGN, DATABASE_NEWER, DATA_FOLDER_IN_USE, DISK_FULL
   */
  public static Database open(Path folder, String key, String identity) {
    String url =
        "jdbc:h2:"
            + EncodedPath.of(folder.resolve(FILE))
            + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=0"
            + FORGET_TEXTS;
    leaveUnfinished(folder);
    boolean isNew = !exists(folder);
    refuseEmpty(folder, isNew);
    refuseSuspected(folder, isNew);
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "roquyen", key + " " + key);
    pool.setMaxConnections(4);
    Database database = new Database(pool, folder);
    try {
      if (isNew) {
        AtomicFile.write(folder.resolve(UNFINISHED), "");
      }
      database.migrate(isNew, identity);
      Files.deleteIfExists(folder.resolve(UNFINISHED));
      Files.deleteIfExists(folder.resolve(SUSPECTED));
      return database;
    } catch (Fault fault) {
      pool.dispose();
      throw fault;
    } catch (RuntimeException failure) {
      pool.dispose();
      throw faultOf(failure, folder);
    } catch (IOException failure) {
      pool.dispose();
      throw unwritable(failure, folder);
    }
  }

  /** A process that was killed while it made the database left one that never held anything. */
  private static void leaveUnfinished(Path folder) {
    if (exists(folder) && Files.exists(folder.resolve(UNFINISHED))) {
      moveAside(folder);
    }
  }

  private static Fault unwritable(IOException failure, Path folder) {
    FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
    return new Fault(code, failure, folder.toString());
  }

  /** True when the folder holds a database file. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(FILE + ".mv.db"));
  }

  /** H2 would take an empty file for a new database and write into it. */
  private static void refuseEmpty(Path folder, boolean isNew) {
    if (!isNew && folder.resolve(FILE + ".mv.db").toFile().length() == 0) {
      throw new Fault(FaultCode.DATABASE_DAMAGED, folder.toString());
    }
  }

  private static void refuseSuspected(Path folder, boolean isNew) {
    if (!isNew && Files.exists(folder.resolve(SUSPECTED))) {
      throw new Fault(FaultCode.DATABASE_DAMAGED, folder.toString());
    }
  }

  /**
   * Says of a database that its rows are not what they should be: the next start takes it for
   * damaged.
   *
   * @throws Fault DATA_FOLDER_READ_ONLY, DISK_FULL
   */
  public static void suspect(Path folder) {
    try {
      Files.writeString(folder.resolve(SUSPECTED), "");
    } catch (IOException failure) {
      throw unwritable(failure, folder);
    }
  }

  /** Runs a read; the result must not hold on to the connection. */
  public <T> T read(Function<DSLContext, T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.apply(DSL.using(connection, SQLDialect.H2, settings));
    } catch (SQLException | DataAccessException failure) {
      throw faultOf(failure, folder);
    }
  }

  /** Runs a write in one transaction: all of it is kept, or none when it throws. */
  public void write(Consumer<DSLContext> work) {
    read(
        dsl -> {
          dsl.transaction(inner -> work.accept(inner.dsl()));
          return true;
        });
  }

  /**
   * Opens a transaction; what is not committed when it is closed is taken back.
   *
   * @throws Fault DATABASE_DAMAGED
   */
  Transaction begin() {
    try {
      Connection connection = pool.getConnection();
      connection.setAutoCommit(false);
      return new Transaction(connection);
    } catch (SQLException failure) {
      throw faultOf(failure, folder);
    }
  }

  /** A transaction that several calls make up, one after another. */
  final class Transaction implements AutoCloseable {
    private final Connection connection;
    private final DSLContext dsl;

    private Transaction(Connection connection) {
      this.connection = connection;
      this.dsl = DSL.using(connection, SQLDialect.H2, settings);
    }

    <T> T with(Function<DSLContext, T> work) {
      try {
        return work.apply(dsl);
      } catch (DataAccessException failure) {
        throw faultOf(failure, folder);
      }
    }

    void commit() {
      try {
        connection.commit();
      } catch (SQLException failure) {
        throw faultOf(failure, folder);
      }
    }

    @Override
    public void close() {
      try (connection) {
        connection.rollback();
      } catch (SQLException failure) {
        throw faultOf(failure, folder);
      }
    }
  }

  /**
   * Moves a database that cannot be used out of the way; nothing of it is deleted.
   *
   * @return where it lies now
   * @throws Fault DATA_FOLDER_READ_ONLY
   */
  public static Path moveAside(Path folder) {
    try {
      int number = 1;
      while (Files.exists(folder.resolve(FILE + ".damaged-" + number))) {
        number++;
      }
      Path target = folder.resolve(FILE + ".damaged-" + number);
      Files.move(folder.resolve(FILE + ".mv.db"), target);
      Files.deleteIfExists(folder.resolve(SUSPECTED));
      return target;
    } catch (IOException failure) {
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, folder.toString());
    }
  }

  /**
   * Removes a database that is closed and that the journal replaces.
   *
   * @throws Fault DATA_FOLDER_READ_ONLY
   */
  public static void remove(Path folder) {
    try {
      Files.delete(folder.resolve(FILE + ".mv.db"));
    } catch (IOException failure) {
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, folder.toString());
    }
  }

  /** The revision that the last change left. */
  public long revision() {
    return read(
        dsl ->
            dsl.select(REGISTER_STATE.REVISION)
                .from(REGISTER_STATE)
                .fetchSingle(REGISTER_STATE.REVISION));
  }

  @Override
  public void close() {
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException alreadyClosed) {
      // The database closed itself after an earlier failure; there is nothing left to close.
    } finally {
      pool.dispose();
    }
  }

  private void migrate(boolean isNew, String identity) {
    if (!isNew && version(identity) == SCHEMA_VERSION) {
      return;
    }
    Flyway.configure().dataSource(pool).locations(MIGRATIONS).load().migrate();
    write(
        dsl -> {
          if (isNew) {
            dsl.insertInto(REGISTER_STATE)
                .values(1, identity, 0L, SCHEMA_VERSION, null, 0, "")
                .execute();
          } else {
            dsl.update(REGISTER_STATE).set(REGISTER_STATE.SCHEMA_VERSION, SCHEMA_VERSION).execute();
          }
        });
  }

  /** The schema version of an existing file; one without our identity row is foreign, never new. */
  private int version(String identity) {
    return read(
        dsl -> {
          if (!hasStateTable(dsl)
              || dsl.fetchCount(REGISTER_STATE) != 1
              || dsl.fetchCount(REGISTER_STATE, REGISTER_STATE.IDENTITY.eq(identity)) != 1) {
            throw new Fault(FaultCode.DATABASE_FOREIGN, folder.toString());
          }
          int found =
              dsl.select(REGISTER_STATE.SCHEMA_VERSION)
                  .from(REGISTER_STATE)
                  .fetchSingle(REGISTER_STATE.SCHEMA_VERSION);
          if (found > SCHEMA_VERSION) {
            throw new Fault(FaultCode.DATABASE_NEWER, folder.toString());
          }
          return found;
        });
  }

  /** Asked of the catalogue by name: jOOQ's own look at the schema takes a third of a second. */
  private static boolean hasStateTable(DSLContext dsl) {
    return dsl.fetchExists(
        DSL.selectOne()
            .from(DSL.table(DSL.name("INFORMATION_SCHEMA", "TABLES")))
            .where(DSL.field(DSL.name("TABLE_NAME"), String.class).eq(REGISTER_STATE.getName())));
  }

  static Fault faultOf(Exception failure, Path folder) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Fault fault) {
        return fault;
      }
      if (cause instanceof SQLException sql) {
        FaultCode code = FaultCode.ofFileFailure(failure, codeOf(sql));
        return new Fault(code, failure, code == UNEXPECTED ? sql.toString() : folder.toString());
      }
    }
    return new Fault(UNEXPECTED, failure, failure.toString());
  }

  private static FaultCode codeOf(SQLException sql) {
    return switch (sql.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> FaultCode.DATA_FOLDER_IN_USE;
      case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
          FaultCode.DATABASE_FOREIGN;
      case ErrorCode.DATABASE_IS_READ_ONLY -> FaultCode.DATA_FOLDER_READ_ONLY;
      case ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.GENERAL_ERROR_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.DATABASE_IS_CLOSED ->
          FaultCode.DATABASE_DAMAGED;
      default -> UNEXPECTED;
    };
  }
}

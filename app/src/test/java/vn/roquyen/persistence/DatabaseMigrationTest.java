package vn.roquyen.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.roquyen.persistence.jooq.Tables.APPROVAL;
import static vn.roquyen.persistence.jooq.Tables.REGISTER_STATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMigrationTest {
  private static final String KEY = "7".repeat(64);
  private static final String IDENTITY = "0123456789abcdef";
  private static final Path SCRIPTS =
      Path.of(
          System.getProperty("roquyen.project"),
          "src/main/resources/vn/roquyen/persistence/migration");

  @TempDir private Path folder;

  @Test
  void theProgramKnowsItsNewestScript() throws IOException {
    Pattern name = Pattern.compile("V(\\d+)__\\w+\\.sql");
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      int newest =
          scripts
              .map(script -> name.matcher(script.getFileName().toString()))
              .mapToInt(found -> found.matches() ? Integer.parseInt(found.group(1)) : 0)
              .max()
              .orElseThrow();
      assertThat(Database.SCHEMA_VERSION).isEqualTo(newest);
    }
  }

  @Test
  void aDatabaseOfAnOlderProgramIsBroughtUpToDate() {
    int before = 3;
    String url = "jdbc:h2:" + folder.resolve("register") + ";CIPHER=AES";
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "roquyen", KEY + " " + KEY);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:vn/roquyen/persistence/migration")
        .target(Integer.toString(before))
        .load()
        .migrate();
    DSL.using(pool, SQLDialect.H2)
        .insertInto(
            REGISTER_STATE,
            REGISTER_STATE.ID,
            REGISTER_STATE.IDENTITY,
            REGISTER_STATE.REVISION,
            REGISTER_STATE.SCHEMA_VERSION)
        .values(1, IDENTITY, 7L, before)
        .execute();
    pool.dispose();
    try (Database database = Database.open(folder, KEY, IDENTITY)) {
      assertThat(database.revision()).isEqualTo(7);
      assertThat(database.<Integer>read(dsl -> dsl.fetchCount(APPROVAL))).isZero();
      assertThat(
              database.<Integer>read(
                  dsl ->
                      dsl.select(REGISTER_STATE.SCHEMA_VERSION)
                          .from(REGISTER_STATE)
                          .fetchSingle(REGISTER_STATE.SCHEMA_VERSION)))
          .isEqualTo(Database.SCHEMA_VERSION);
    }
  }
}

package vn.roquyen.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/** Which fault each failure of the database is to a person. */
final class DatabaseFaultTest {
  private static final Path FOLDER = Path.of("dữ liệu");

  @ParameterizedTest
  @CsvSource({
    ErrorCode.DATABASE_ALREADY_OPEN_1 + ",DATA_FOLDER_IN_USE",
    ErrorCode.FILE_ENCRYPTION_ERROR_1 + ",DATABASE_FOREIGN",
    ErrorCode.WRONG_USER_OR_PASSWORD + ",DATABASE_FOREIGN",
    ErrorCode.DATABASE_IS_READ_ONLY + ",DATA_FOLDER_READ_ONLY",
    ErrorCode.FILE_CORRUPTED_1 + ",DATABASE_DAMAGED",
    ErrorCode.IO_EXCEPTION_2 + ",DATABASE_DAMAGED",
    ErrorCode.SYNTAX_ERROR_1 + ",UNEXPECTED"
  })
  void eachCodeOfTheDatabaseHasItsFault(int code, FaultCode expected) {
    Exception wrapped = new IllegalStateException(new SQLException("x", "y", code));
    Fault fault = Database.faultOf(wrapped, FOLDER);
    assertThat(fault.code()).isEqualTo(expected);
    assertThat(fault.getCause()).isSameAs(wrapped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "There is not enough space on the disk",
        "write failed: Disk quota exceeded"
      })
  void aFullDiskIsAFullDiskWhateverTheDatabaseCallsIt(String words) {
    SQLException sql = new SQLException("x", "y", ErrorCode.GENERAL_ERROR_1);
    sql.initCause(new IllegalStateException(new IOException(words)));
    Fault fault = Database.faultOf(sql, FOLDER);
    assertThat(fault.code()).isEqualTo(FaultCode.DISK_FULL);
    assertThat(fault.arguments()).containsExactly("dữ liệu");
  }

  @Test
  void aFaultThatPassedThroughTheDatabaseStaysWhatItIs() {
    Fault cancelled = new Fault(FaultCode.CANCELLED);
    assertThat(Database.faultOf(new IllegalStateException(cancelled), FOLDER)).isSameAs(cancelled);
  }
}

package vn.roquyen.sync.remote;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** S3 on a server that was written by others. */
@Tag("servers")
final class S3MockTest implements RealServerContract {
  private static RealServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RealServer.s3();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public RealServer server() {
    return server;
  }

  /** S3Mock looks first and writes then, so two can win; S3 itself promises that one does. */
  @Override
  public void ofManyWhoMakeTheSameNameOneWins(java.nio.file.Path folder) {}

  @Override
  public void settle() {
    // Its tags are of the content.
  }
}

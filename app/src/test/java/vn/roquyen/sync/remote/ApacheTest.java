package vn.roquyen.sync.remote;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** WebDAV on a real Apache. */
@Tag("servers")
final class ApacheTest implements WebDavServerContract {
  private static RealServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RealServer.apache();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public RealServer server() {
    return server;
  }

  /**
   * Apache looks and moves in two steps: two who make one name in the same instant may both hear
   * that it is theirs. Only the twins of a fork (fault 25) have names in common.
   */
  @Override
  public long mostWhoGetAName() {
    return 2;
  }

  @Override
  public boolean answersHalfARequest() {
    return true;
  }

  /** Apache tags a file weakly while it is younger than a second, so the probe sees no ranges. */
  @Override
  public boolean tagsYoungFilesStrongly() {
    return false;
  }
}

package vn.roquyen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.service.StoreService;

/** Adds a shared store. The password is read from a file, so that no list of processes shows it. */
@Command(name = "add", description = "${bundle:cli.remote.add.help}")
final class RemoteAddCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Parameters(index = "0", paramLabel = "NAME", description = "${bundle:cli.remote.name}")
  String name = "";

  @Parameters(index = "1", paramLabel = "URL", description = "${bundle:cli.remote.url}")
  String url = "";

  @Option(names = "--user", paramLabel = "U", description = "${bundle:cli.remote.user}")
  @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "F",
      description = "${bundle:cli.remote.password}")
  @Nullable Path passwordFile;

  @Option(names = "--ca", paramLabel = "F", description = "${bundle:cli.remote.ca}")
  @Nullable Path authorities;

  @Option(names = "--metered", description = "${bundle:cli.remote.metered}")
  boolean metered;

  RemoteAddCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    StoreService.Login login = new StoreService.Login(user, password(), authorities);
    try (Services services = program.open()) {
      StoreService.Store store = services.stores().add(name, url, login, metered);
      new RemoteText(program).added(store);
    }
    return 0;
  }

  private @Nullable String password() {
    Path file = passwordFile;
    try {
      return file == null ? null : Files.readString(file).strip();
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, file.toString());
    }
  }
}

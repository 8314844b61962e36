package vn.roquyen.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.Messages;

/**
 * The command above all commands: holds the options that stand before a command and opens the data
 * folder for it.
 */
@Command(
    name = "roquyen",
    description = "${bundle:cli.help}",
    footer = "${bundle:cli.exit}",
    versionProvider = Version.class)
final class RoQuyenCommand implements Callable<Integer> {
  private final DataFolders folders;
  private final Window window;
  private final Terminal terminal;
  private final Messages messages;
  private final Clock clock;

  @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.option.data}")
  @Nullable Path data;

  @Option(
      names = "--json",
      scope = CommandLine.ScopeType.INHERIT,
      description = "${bundle:cli.option.json}")
  boolean json;

  @Option(names = "--lang", paramLabel = "vi|en", description = "${bundle:cli.option.lang}")
  @Nullable String language;

  @Mixin HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "${bundle:cli.option.version}")
  boolean version;

  RoQuyenCommand(
      DataFolders folders, Window window, Terminal terminal, Messages messages, Clock clock) {
    this.folders = folders;
    this.window = window;
    this.terminal = terminal;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (!openWindow(false)) {
      throw new Fault(FaultCode.DISPLAY_MISSING);
    }
    return 0;
  }

  /** Opens the window on the data folder; false when this machine cannot show one. */
  boolean openWindow(boolean demo) {
    return window.hasDisplay() && window.open(folder().toAbsolutePath(), demo);
  }

  /** Opens the data folder that the command works on; it must hold data. */
  Services open() {
    Path folder = folder();
    if (!folders.hasData(folder)) {
      throw new Fault(FaultCode.DATA_FOLDER_MISSING, folder.toString());
    }
    return openOrCreate();
  }

  /** Opens the data folder, made anew when there is none. */
  Services openOrCreate() {
    return open(notice -> true);
  }

  /** Opens a data folder that was just made of a backup, which holds no database. */
  Services openRestored() {
    return open(notice -> notice.code() != NoticeCode.DATABASE_RESTORED);
  }

  private Services open(Predicate<Notice> told) {
    Services services;
    try (Watched watched = new Watched(terminal, messages)) {
      services = folders.open(folder(), watched);
    }
    FaultText text = new FaultText(messages);
    services.notices().stream()
        .filter(told)
        .forEach(notice -> terminal.err().println(text.line(notice, json)));
    return services;
  }

  Path folder() {
    return data == null ? AppPaths.ofUser().data() : data;
  }

  AppPaths paths() {
    return new AppPaths(folder());
  }

  /**
   * Says that a command was given what it cannot work with.
   *
   * @param key of the sentence that says what is wrong
   */
  Fault misused(String command, String key, Object... parts) {
    return new Fault(FaultCode.USAGE, messages.text(key, parts), "roquyen " + command);
  }

  boolean json() {
    return json;
  }

  Messages messages() {
    return messages;
  }

  Terminal terminal() {
    return terminal;
  }

  Clock clock() {
    return clock;
  }

  void line(String text) {
    terminal.out().println(text);
  }
}

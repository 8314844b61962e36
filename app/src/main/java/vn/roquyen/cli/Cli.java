package vn.roquyen.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.Messages;

/**
 * The command line: reads the arguments, runs one command and turns what went wrong into one
 * sentence and an exit code.
 */
public final class Cli {
  private final DataFolders folders;
  private final Window window;
  private final Terminal terminal;
  private final Clock clock;

  public Cli(DataFolders folders, Window window, Terminal terminal, Clock clock) {
    this.folders = folders;
    this.window = window;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Runs the command that the arguments name and gives the exit code of the process. */
  public int run(String... arguments) {
    Messages messages = new Messages(language(arguments));
    RoQuyenCommand program = new RoQuyenCommand(folders, window, terminal, messages, clock);
    try {
      WindowArguments plain = WindowArguments.read(arguments);
      return plain == null ? execute(program, arguments) : open(program, plain);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  private int open(RoQuyenCommand program, WindowArguments plain) {
    program.data = plain.data();
    try {
      return plain.demo() ? new DemoCommand(program).call() : program.call();
    } catch (RuntimeException failure) {
      return report(failure, program);
    }
  }

  private int execute(RoQuyenCommand program, String... arguments) {
    Messages messages = program.messages();
    CommandLine line = new CommandLine(program);
    addCommands(line, program);
    prepare(line, messages);
    UsageFaults usage = new UsageFaults(messages);
    line.setParameterExceptionHandler((failure, given) -> report(usage.of(failure), program));
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, program));
    return line.execute(arguments);
  }

  private static void addCommands(CommandLine line, RoQuyenCommand program) {
    List.of(
            new InitCommand(program),
            new ImportCommand(program),
            new StatsCommand(program),
            new ShowCommand(program),
            new LookupCommand(program),
            new WhoCommand(program),
            new SlipCommand(program),
            new HandbookCommand(program),
            new CheckCommand(program),
            new ImpactCommand(program),
            new DiffCommand(program),
            new NewsCommand(program),
            new AcknowledgeCommand(program),
            new CoverageCommand(program),
            new PublishCommand(program),
            new ExportCommand(program),
            new ApplyCommand(program),
            new VerifyCommand(program),
            new DigestCommand(program),
            new SetCommand(program),
            new DoctorCommand(program),
            new BackupCommand(program),
            new RestoreCommand(program),
            new ApproveCommand(program),
            new WithdrawCommand(program),
            new DemoCommand(program))
        .forEach(line::addSubcommand);
    line.addSubcommand(new SyncCommand(program));
    line.addSubcommand(keys(program));
    line.addSubcommand(remotes(program));
    line.addSubcommand(group(program, new NoteCommand(program), new NoteCommand.Add(program)));
    line.addSubcommand(journal(program));
  }

  private static CommandLine keys(RoQuyenCommand program) {
    return group(
        program,
        new KeysCommand(program),
        new KeysInitCommand(program),
        new KeysInviteCommand(program),
        new KeysRequestCommand(program),
        new KeysCertifyCommand(program),
        new KeysAcceptCommand(program),
        new KeysRevokeCommand(program),
        new KeysShowCommand(program),
        new KeysExportCommand(program));
  }

  private static CommandLine remotes(RoQuyenCommand program) {
    return group(
        program,
        new RemoteCommand(program),
        new RemoteAddCommand(program),
        new RemoteListCommand(program),
        new RemoteRemoveCommand(program),
        new RemoteCheckCommand(program));
  }

  private static CommandLine journal(RoQuyenCommand program) {
    return group(
        program,
        new JournalCommand(program),
        new JournalCommand.Ls(program),
        new JournalCommand.Show(program),
        new JournalResendCommand(program));
  }

  /** A command whose work is done by those below it. */
  private static CommandLine group(RoQuyenCommand program, Object parent, Object... below) {
    CommandLine group = new CommandLine(parent);
    for (Object command : below) {
      group.addSubcommand(command);
    }
    for (CommandLine command : group.getSubcommands().values()) {
      command.addMixin("help", new HelpOption());
      headings(command, program.messages());
    }
    return group;
  }

  private void prepare(CommandLine line, Messages messages) {
    line.setResourceBundle(messages.bundle());
    headings(line, messages);
    for (CommandLine command : line.getSubcommands().values()) {
      if (command.getSubcommands().isEmpty()) {
        command.addMixin("help", new HelpOption());
      }
      headings(command, messages);
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setOut(new PrintWriter(terminal.out(), true));
    line.setErr(new PrintWriter(terminal.err(), true));
  }

  private static void headings(CommandLine line, Messages messages) {
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading(messages.text("cli.heading.usage") + " ")
        .synopsisSubcommandLabel(messages.text("cli.heading.command"))
        .parameterListHeading("%n")
        .optionListHeading("%n")
        .commandListHeading("%n" + messages.text("cli.heading.commands") + "%n");
  }

  /** The language is needed before the arguments are parsed: it names them. */
  private static Locale language(String... arguments) {
    for (int at = 0; at < arguments.length; at++) {
      boolean english =
          arguments[at].equals("--lang=en")
              || (arguments[at].equals("--lang")
                  && at + 1 < arguments.length
                  && arguments[at + 1].equals("en"));
      if (english) {
        return Locale.ENGLISH;
      }
    }
    return Locale.of("vi");
  }

  private static Fault unexpected(Exception failure, RoQuyenCommand program) {
    FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.UNEXPECTED);
    boolean isFull = code == FaultCode.DISK_FULL;
    return new Fault(code, failure, isFull ? program.folder().toString() : failure.toString());
  }

  private int report(Exception failure, RoQuyenCommand program) {
    Fault fault = failure instanceof Fault told ? told : unexpected(failure, program);
    if (fault.getCause() != null && fault.code() != FaultCode.USAGE) {
      Logger.getLogger(Cli.class.getName()).log(Level.SEVERE, "a command failed", failure);
    }
    terminal.out().flush();
    terminal.err().println(new FaultText(program.messages()).line(fault, program.json()));
    return fault.code().exitCode();
  }
}

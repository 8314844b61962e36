package vn.roquyen.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes of the own unit on records of the register. */
@Command(name = "note", description = "${bundle:cli.note.help}")
final class NoteCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Mixin HelpOption help = new HelpOption();

  NoteCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    throw program.misused("note", "cli.group.which", "add");
  }

  /** Adds a note. */
  @Command(name = "add", description = "${bundle:cli.note.add.help}")
  static final class Add implements Callable<Integer> {
    private final RoQuyenCommand program;

    @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.id}")
    String id = "";

    @Option(
        names = "--text",
        required = true,
        paramLabel = "T",
        description = "${bundle:cli.note.text}")
    String text = "";

    Add(RoQuyenCommand program) {
      this.program = program;
    }

    @Override
    public Integer call() {
      try (Services services = program.open()) {
        String key = services.editing().edits().addNote(id.strip(), text);
        program.line(
            program.json()
                ? Json.line(Map.of("note", key))
                : program.messages().text("cli.note.done", key));
      }
      return 0;
    }
  }
}

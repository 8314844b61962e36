package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.service.JournalService.Change;
import vn.roquyen.service.JournalService.Line;
import vn.roquyen.service.JournalService.Opened;
import vn.roquyen.service.LostRow;

/** Shows the journal: every document that this folder has accepted. */
@Command(name = "journal", description = "${bundle:cli.journal.help}")
final class JournalCommand implements Callable<Integer> {
  private final RoQuyenCommand program;

  @Mixin HelpOption help = new HelpOption();

  JournalCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    throw program.misused("journal", "cli.group.which", "ls, show, resend");
  }

  private static Map<String, @Nullable Object> described(Line line) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("number", line.number());
    object.put("id", line.id());
    object.put("kind", line.kind());
    object.put("received", line.received());
    object.put("bytes", line.bytes());
    Change change = line.change();
    if (change != null) {
      object.put("replica", change.replica());
      object.put("seq", change.seq());
      object.put("unit", change.unit());
      object.put("author", change.author());
      object.put("written", change.written());
      object.put("counts", change.counts());
    }
    return object;
  }

  private static String text(Line line) {
    Change change = line.change();
    String what =
        change == null
            ? line.kind()
            : change.replica()
                + " "
                + change.seq()
                + "  "
                + change.unit()
                + "  "
                + change.written();
    String mark = change == null || change.counts() ? "" : "  ✕";
    return "%6d  %s  %s%s".formatted(line.number(), line.id().substring(0, 16), what, mark);
  }

  /** Lists the journal. */
  @Command(name = "ls", description = "${bundle:cli.journal.ls.help}")
  static final class Ls implements Callable<Integer> {
    private final RoQuyenCommand program;

    @Option(names = "--lost", description = "${bundle:cli.journal.lost}")
    boolean lost;

    Ls(RoQuyenCommand program) {
      this.program = program;
    }

    @Override
    public Integer call() {
      try (Services services = program.open()) {
        if (lost) {
          list(services);
        } else {
          for (Line line : services.journal().list()) {
            program.line(program.json() ? Json.line(described(line)) : text(line));
          }
        }
      }
      return 0;
    }

    /** The changes of lost branches, each with what of it the register does not show. */
    private void list(Services services) {
      List<ChangeId> changes = services.lost().changes();
      List<LostRow> rows = services.lost().rows();
      if (changes.isEmpty() && !program.json()) {
        program.line(program.messages().text("cli.journal.lost.none"));
      }
      LostText words = new LostText(program.messages());
      for (ChangeId id : changes) {
        Line line = services.journal().show(id.hex()).line();
        List<LostRow> ofIt = rows.stream().filter(row -> row.changes().contains(id)).toList();
        if (program.json()) {
          Map<String, @Nullable Object> object = described(line);
          object.put("rows", ofIt.stream().map(LostText::object).toList());
          program.line(Json.line(object));
        } else {
          program.line(text(line));
          ofIt.forEach(row -> program.line("  " + words.line(row)));
        }
      }
    }
  }

  /** Shows one document. */
  @Command(name = "show", description = "${bundle:cli.journal.show.help}")
  static final class Show implements Callable<Integer> {
    private final RoQuyenCommand program;

    @Parameters(index = "0", paramLabel = "ID", description = "${bundle:cli.journal.id}")
    String id = "";

    Show(RoQuyenCommand program) {
      this.program = program;
    }

    @Override
    public Integer call() {
      Opened opened;
      try (Services services = program.open()) {
        opened = services.journal().show(id.strip());
      }
      if (program.json()) {
        Map<String, @Nullable Object> object = described(opened.line());
        object.put("edits", opened.edits().stream().map(Show::object).toList());
        program.line(Json.line(object));
      } else {
        program.line(text(opened.line()));
        for (RowEdit edit : opened.edits()) {
          Map<String, @Nullable Object> each = object(edit);
          program.line(
              "  "
                  + each.get("kind")
                  + " "
                  + each.get("entity")
                  + " "
                  + edit.key()
                  + " "
                  + each.getOrDefault("fields", ""));
        }
      }
      return 0;
    }

    private static Map<String, @Nullable Object> object(RowEdit edit) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      Entity entity = edit.known();
      object.put("kind", Names.lower(edit.kind()));
      object.put("entity", entity == null ? edit.entity() : Names.lower(entity));
      object.put("key", edit.key());
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      List<String> emptied = new ArrayList<>();
      edit.fields()
          .forEach(
              (number, value) -> {
                Column column = entity == null ? null : entity.column(number);
                String name = column == null ? number.toString() : column.name();
                if (value == null) {
                  emptied.add(name);
                } else {
                  fields.put(name, value);
                }
              });
      object.put("fields", fields);
      if (edit.kind() == RowEdit.Kind.SET && !emptied.isEmpty()) {
        object.put("emptied", emptied);
      }
      return object;
    }
  }
}

package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImportReport;

/** Says what an import did: counts to the output, bad rows to the errors. */
final class ImportText {
  private static final int MOST_BAD_ROWS = 20;

  private final RoQuyenCommand program;
  private final Messages messages;

  ImportText(RoQuyenCommand program) {
    this.program = program;
    this.messages = program.messages();
  }

  /**
   * Writes the report.
   *
   * @throws Fault INPUT_ROW when nothing was imported because of bad rows; names the first
   */
  void write(ImportReport report) {
    boolean refused = report.outcome() == ImportReport.Outcome.REFUSED;
    if (program.json()) {
      program.line(Json.line(object(report)));
    } else {
      badRows(report, refused);
      if (!refused) {
        counts(report);
      }
    }
    if (refused) {
      BadRow first = report.badRows().getFirst();
      throw new Fault(
          FaultCode.INPUT_ROW, first.file(), Long.toString(first.line()), reason(first));
    }
  }

  /** All that are known when they were skipped; those after the first when the fault names it. */
  private void badRows(ImportReport report, boolean refused) {
    List<BadRow> rows = report.badRows().stream().skip(refused ? 1 : 0).toList();
    for (BadRow row : rows.subList(0, Math.min(rows.size(), MOST_BAD_ROWS))) {
      error(messages.text("cli.import.bad", row.file(), Long.toString(row.line()), reason(row)));
    }
    int more = report.badTotal() - (refused ? 1 : 0) - Math.min(rows.size(), MOST_BAD_ROWS);
    if (more > 0) {
      error(messages.text("cli.import.more", more));
    }
  }

  private void error(String line) {
    program.terminal().err().println(line);
  }

  private String reason(BadRow row) {
    return messages.text(row.messageKey(), row.arguments());
  }

  private void counts(ImportReport report) {
    program.line(messages.text("cli.import." + report.outcome()));
    report.counts().forEach((entity, count) -> program.line(line(entity, count)));
    for (String id : report.waiting()) {
      program.line(messages.text("publish.waiting", new ChangeId(id).brief()));
    }
    if (report.badTotal() > 0) {
      program.line(messages.text("cli.import.skipped", report.badTotal()));
    }
  }

  private String line(Entity entity, ImportReport.Count count) {
    List<String> parts = new ArrayList<>();
    add(parts, "added", count.added());
    add(parts, "changed", count.changed());
    add(parts, "gone", count.gone());
    add(parts, "unchanged", count.unchanged());
    add(parts, "older", count.older());
    return "  " + messages.name("entity", entity) + ": " + String.join(" · ", parts);
  }

  private void add(List<String> parts, String name, int count) {
    if (count > 0) {
      parts.add(messages.text("cli.import.count." + name, count));
    }
  }

  private Map<String, Object> object(ImportReport report) {
    Map<String, Object> counts = new LinkedHashMap<>();
    report.counts().forEach((entity, count) -> counts.put(Names.lower(entity), object(count)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("outcome", report.outcome());
    object.put("waiting", report.waiting());
    object.put("counts", counts);
    object.put("badTotal", report.badTotal());
    object.put("badRows", report.badRows().stream().map(this::object).toList());
    object.put("files", report.files());
    object.put("passedOver", report.passedOver());
    object.put("ms", report.took().toMillis());
    return object;
  }

  private Map<String, Object> object(BadRow row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", row.file());
    object.put("line", row.line());
    object.put("problem", row.problem());
    object.put("text", reason(row));
    return object;
  }

  private static Map<String, Object> object(ImportReport.Count count) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("added", count.added());
    object.put("changed", count.changed());
    object.put("unchanged", count.unchanged());
    object.put("gone", count.gone());
    object.put("older", count.older());
    return object;
  }
}

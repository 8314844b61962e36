package vn.roquyen.cli;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Correction;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.WaitingChange;

/** Writes what waits for a second key: who proposed it, when, what it would write. */
final class WaitingText {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final int BRIEF = 16;

  private final RoQuyenCommand program;
  private final Messages messages;

  WaitingText(RoQuyenCommand program) {
    this.program = program;
    this.messages = program.messages();
  }

  /** Says of changes that were just written that they wait. */
  void announce(List<ChangeId> waiting) {
    waiting.forEach(id -> program.line(messages.text("publish.waiting", id.brief())));
  }

  /**
   * @param corrections made since it was put forward, which an approval takes over
   */
  void waiting(WaitingChange change, List<Correction> corrections) {
    if (program.json()) {
      Map<String, @Nullable Object> object = object(change);
      object.put("corrections", corrections.stream().map(WaitingText::object).toList());
      program.line(Json.line(object));
      return;
    }
    program.line(
        messages.text(
            "proposal.line",
            brief(change),
            messages.name("proposal.state", change.state()),
            messages.author(change.author(), change.unit()),
            MINUTE.format(change.written().atZone(program.clock().getZone()))));
    reason(change);
    for (RowEdit edit : change.edits()) {
      Entity entity = edit.known();
      if (entity != null) {
        String kind = messages.name("proposal.kind", edit.kind());
        String name = messages.name("entity", entity);
        program.line("  " + messages.text("proposal.edit", kind, name, edit.key()));
      }
    }
    for (Correction correction : corrections) {
      String fields = names(correction.edit());
      program.line(
          "  "
              + messages.text(
                  "proposal.corrected",
                  correction.edit().key(),
                  fields,
                  messages.author(correction.author(), correction.unit()),
                  MINUTE.format(correction.written().atZone(program.clock().getZone()))));
    }
  }

  void decided(WaitingChange change) {
    if (program.json()) {
      program.line(Json.line(object(change)));
      return;
    }
    String state = messages.name("proposal.state", change.state());
    program.line(messages.text("proposal.decided", brief(change), state));
    reason(change);
  }

  String touching(WaitingChange change) {
    return messages.text(
        "proposal.touching", brief(change), messages.author(change.author(), change.unit()));
  }

  private void reason(WaitingChange change) {
    String reason = change.reason();
    if (reason != null) {
      program.line("  " + messages.text("proposal.reason", reason));
    }
  }

  private static String brief(WaitingChange change) {
    return change.id().substring(0, BRIEF);
  }

  private static Map<String, @Nullable Object> object(WaitingChange change) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", change.id());
    object.put("state", Names.lower(change.state()));
    object.put("unit", change.unit());
    object.put("author", change.author());
    object.put("own", change.own());
    object.put("written", change.written().toString());
    object.put("reason", change.reason());
    object.put("edits", change.edits().stream().map(WaitingText::object).toList());
    return object;
  }

  private static Map<String, @Nullable Object> object(RowEdit edit) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    Entity entity = edit.known();
    object.put("kind", Names.lower(edit.kind()));
    object.put("entity", entity == null ? null : Names.lower(entity));
    object.put("id", edit.key());
    object.put("fields", fields(edit));
    return object;
  }

  private static Map<String, @Nullable Object> object(Correction correction) {
    Map<String, @Nullable Object> object = object(correction.edit());
    object.put("unit", correction.unit());
    object.put("author", correction.author());
    object.put("written", correction.written().toString());
    return object;
  }

  private String names(RowEdit edit) {
    Entity entity = edit.known();
    return entity == null
        ? ""
        : fields(edit).keySet().stream()
            .map(field -> messages.column(entity, field))
            .collect(Collectors.joining(", "));
  }

  private static Map<String, @Nullable Object> fields(RowEdit edit) {
    Entity entity = edit.known();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    edit.fields()
        .forEach(
            (number, value) -> {
              Column column = entity == null ? null : entity.column(number);
              if (column != null && (value != null || edit.kind() == RowEdit.Kind.SET)) {
                fields.put(column.name(), value);
              }
            });
    return fields;
  }
}

package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.LostRow;

/** Says what a lost branch wrote into a row, and what the register shows there now. */
final class LostText {
  private final Messages messages;

  LostText(Messages messages) {
    this.messages = messages;
  }

  static Map<String, @Nullable Object> object(LostRow row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("entity", Names.lower(row.entity()));
    object.put("key", row.key());
    object.put("kind", Names.lower(row.kind()));
    object.put("state", Names.lower(row.state()));
    object.put("secondKey", row.secondKey());
    object.put("written", row.written());
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (LostRow.LostField field : row.fields()) {
      Map<String, @Nullable Object> both = new LinkedHashMap<>();
      both.put("lost", field.lost());
      both.put("now", field.now());
      fields.put(field.column().name(), both);
    }
    object.put("fields", fields);
    return object;
  }

  String line(LostRow row) {
    String fields =
        row.fields().stream()
            .map(
                field ->
                    messages.text(
                        "cli.journal.lost.field",
                        messages.column(row.entity(), field.column().name()),
                        value(field.lost()),
                        value(field.now())))
            .collect(Collectors.joining("; "));
    String line =
        "%s: %s %s"
            .formatted(
                messages.name("sync.lost.state", row.state()),
                messages.name("proposal.kind", row.kind()),
                messages.name("entity", row.entity()) + " " + row.key());
    return fields.isEmpty() ? line : line + " – " + fields;
  }

  private String value(@Nullable Object value) {
    return value == null ? messages.text("sync.review.empty") : value.toString();
  }
}

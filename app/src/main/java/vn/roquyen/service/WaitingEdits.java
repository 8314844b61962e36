package vn.roquyen.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowEdit;

/** What waits for a second key, edit by edit, so that nothing is proposed twice. */
final class WaitingEdits {
  private final List<WaitingChange> changes;

  WaitingEdits(List<WaitingChange> changes) {
    this.changes = changes;
  }

  /** The rows of an entity that would be new. */
  List<Row> newRows(Entity entity) {
    List<Row> rows = new ArrayList<>();
    for (WaitingChange change : changes) {
      for (RowEdit edit : change.edits()) {
        if (edit.known() == entity && edit.operation() instanceof Operation.Insert insert) {
          rows.add(new Row(entity, insert.key(), insert.values()));
        }
      }
    }
    return rows;
  }

  /** The change that already proposes just this, or null. */
  @Nullable WaitingChange proposing(Operation operation) {
    RowEdit wanted = RowEdit.of(operation);
    return changes.stream()
        .filter(change -> change.edits().stream().anyMatch(edit -> covers(edit, wanted)))
        .findFirst()
        .orElse(null);
  }

  /** The line of an annex, without its operation when that waits already. */
  AnnexPreview.Line marked(AnnexPreview.Line line) {
    Operation operation = line.operation();
    return operation == null || proposing(operation) == null
        ? line
        : new AnnexPreview.Line(
            line.number(), line.key(), AnnexPreview.Verdict.WAITING, line.differences(), null);
  }

  private static boolean covers(RowEdit edit, RowEdit wanted) {
    return edit.entity() == wanted.entity()
        && edit.kind() == wanted.kind()
        && edit.key().equals(wanted.key())
        && wanted.fields().entrySet().stream().allMatch(field -> has(edit.fields(), field));
  }

  private static boolean has(
      Map<Integer, @Nullable Object> fields, Map.Entry<Integer, @Nullable Object> field) {
    return fields.containsKey(field.getKey())
        && Objects.equals(fields.get(field.getKey()), field.getValue());
  }
}

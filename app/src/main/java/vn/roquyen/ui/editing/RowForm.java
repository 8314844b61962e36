package vn.roquyen.ui.editing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck.CheckedField;
import vn.roquyen.service.DraftCheck.CheckedRow;

/** The form of one row; Enter goes from field to field and from the last to the next grant. */
final class RowForm {
  /** Fields that hold whole sentences have a line of their own. */
  private static final Set<String> LONG =
      Set.of(
          "title",
          "description",
          "keywords",
          "source_quote",
          "note",
          "power_id",
          "conditions",
          "steps",
          "text",
          "from_id",
          "to_id");

  private final int number;
  private final Map<String, FieldBox> boxes = new LinkedHashMap<>();
  private final GridPane root = new GridPane();

  RowForm(CheckedRow row, EditingViewModel model, Messages messages) {
    this.number = row.row().number();
    Entity entity = row.row().entity();
    root.getStyleClass().add("rq-form");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      root.getColumnConstraints().add(half);
    }
    int place = 0;
    for (CheckedField field : row.fields()) {
      FieldBox box =
          new FieldBox(
              messages.column(entity, field.name()),
              field,
              messages,
              text -> model.set(number, field.name(), text),
              typed -> model.complete(entity, field.name(), typed),
              chosen -> next(field.name(), chosen ? null : entity, model));
      boxes.put(field.name(), box);
      boolean isLong = LONG.contains(field.name());
      place += isLong ? place % 2 : 0;
      root.add(box.root(), place % 2, place / 2, isLong ? 2 : 1, 1);
      place += isLong ? 2 : 1;
    }
  }

  int number() {
    return number;
  }

  GridPane root() {
    return root;
  }

  void update(CheckedRow row) {
    for (CheckedField field : row.fields()) {
      FieldBox box = boxes.get(field.name());
      if (box != null) {
        box.update(field);
      }
    }
  }

  /** Brings the keyboard into the first field. */
  void focus() {
    boxes.values().stream().findFirst().ifPresent(box -> box.input().requestFocus());
  }

  /** True while something is typed that was not kept yet. */
  boolean isTyping() {
    return boxes.values().stream().anyMatch(FieldBox::isTyping);
  }

  /** Keeps what is typed. */
  void commit() {
    boxes.values().forEach(FieldBox::commit);
  }

  /**
   * @param entity of the record that is added behind the last field; null for none
   */
  private void next(String field, @Nullable Entity entity, EditingViewModel model) {
    boolean found = false;
    for (Map.Entry<String, FieldBox> box : boxes.entrySet()) {
      if (found) {
        box.getValue().input().requestFocus();
        return;
      }
      found = box.getKey().equals(field);
    }
    if (entity != null) {
      model.add(entity == Entity.INSTRUMENT ? Entity.GRANT : entity);
    }
  }
}

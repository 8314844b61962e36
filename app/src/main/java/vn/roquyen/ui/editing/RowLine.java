package vn.roquyen.ui.editing;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck.CheckedRow;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Parts;

/** One record of a draft on one line: what it is, how it is known, how many fields to mend. */
final class RowLine extends ListCell<CheckedRow> {
  private final Messages messages;

  RowLine(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected void updateItem(@Nullable CheckedRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setGraphic(empty || row == null ? null : line(row));
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  private HBox line(CheckedRow row) {
    Label name = Parts.label(row.name());
    Label kind = Parts.label(messages.name("entity", row.row().entity()), "rq-meta");
    kind.setMinWidth(Label.USE_PREF_SIZE);
    name.setMinWidth(0);
    HBox line =
        Parts.row(
            "gap-1 align-left",
            Chip.plain(DiffView.kind(row.row(), messages)),
            kind,
            name,
            Parts.spacer());
    long problems = row.fields().stream().filter(field -> field.problem() != null).count();
    if (problems > 0) {
      line.getChildren().add(Chip.bad(messages.text("editing.problems", problems)));
    } else if (row.waiting()) {
      line.getChildren().add(Chip.check(messages.text("editing.row.waiting")));
    }
    setAccessibleText(kind.getText() + " " + row.name());
    return line;
  }
}

package vn.roquyen.ui.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck;
import vn.roquyen.service.DraftCheck.CheckedField;
import vn.roquyen.service.DraftCheck.CheckedRow;
import vn.roquyen.service.WaitingComparison;
import vn.roquyen.service.WaitingComparison.Corrected;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/** What would be written, record by record and field by field, with what the register says now. */
final class DiffView {
  private static final Map<DraftRow.Kind, RowEdit.Kind> KINDS =
      Map.of(
          DraftRow.Kind.NEW, RowEdit.Kind.INSERT,
          DraftRow.Kind.CHANGE, RowEdit.Kind.SET,
          DraftRow.Kind.REMOVE, RowEdit.Kind.REMOVE);

  private DiffView() {}

  static VBox of(DraftCheck check, Messages messages) {
    return of(check, (row, field) -> List.of(), messages);
  }

  /** The same for what waits, with what was corrected meanwhile, by whom and when. */
  static VBox of(WaitingComparison comparison, Messages messages) {
    return of(comparison.check(), comparison::of, messages);
  }

  private static VBox of(DraftCheck check, Corrections corrections, Messages messages) {
    VBox all = Parts.column("gap-2");
    check.rows().forEach(row -> all.getChildren().add(row(row, "", corrections, messages)));
    return all;
  }

  /** What was corrected in a field of a row that waits. */
  private interface Corrections {
    List<Corrected> of(CheckedRow row, String field);
  }

  /** What a row does, as a word. */
  static String kind(DraftRow row, Messages messages) {
    return messages.name("proposal.kind", KINDS.getOrDefault(row.kind(), RowEdit.Kind.SET));
  }

  /**
   * What one record would become.
   *
   * @param place where it stands in a file; empty for none
   */
  static Node row(CheckedRow row, String place, Messages messages) {
    return row(row, place, (any, field) -> List.of(), messages);
  }

  private static Node row(
      CheckedRow row, String place, Corrections corrections, Messages messages) {
    Label name = Parts.wrapped(row.name(), "rq-strong");
    FlowPane facts =
        Parts.flow(
            "rq-facets",
            Chip.plain(messages.name("entity", row.row().entity())),
            Chip.plain(kind(row.row(), messages)));
    if (!place.isEmpty()) {
      facts.getChildren().add(Parts.label(place, "rq-meta"));
    }
    VBox panel = Parts.column("gap-1 rq-panel", facts, name);
    if (row.row().kind() == DraftRow.Kind.REMOVE) {
      panel.getChildren().add(Parts.wrapped(messages.text("editing.removed")));
    } else if (row.changed().isEmpty()) {
      panel.getChildren().add(Parts.wrapped(messages.text("editing.same"), "rq-muted"));
    }
    if (row.row().kind() != DraftRow.Kind.REMOVE && !row.changed().isEmpty()) {
      panel.getChildren().add(fields(row, corrections, messages));
    }
    return panel;
  }

  private static Node fields(CheckedRow row, Corrections corrections, Messages messages) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("rq-diff");
    ColumnConstraints names = new ColumnConstraints();
    names.setPercentWidth(25);
    ColumnConstraints values = new ColumnConstraints();
    values.setPercentWidth(75);
    grid.getColumnConstraints().addAll(names, values);
    for (CheckedField field : row.fields()) {
      List<Corrected> corrected = corrections.of(row, field.name());
      if (!field.differs() && corrected.isEmpty()) {
        continue;
      }
      int line = grid.getRowCount();
      Label name =
          Parts.wrapped(
              messages.column(row.row().entity(), field.name()), "rq-meta", "rq-diff-name");
      GridPane.setValignment(name, VPos.TOP);
      VBox both = new VBox(Parts.wrapped(value(field.name(), field.shown(), messages)));
      if (!field.before().isEmpty()) {
        both.getChildren()
            .add(
                Parts.wrapped(
                    messages.text("editing.was", value(field.name(), field.before(), messages)),
                    "rq-meta"));
      }
      corrections(field.name(), corrected, messages).forEach(both.getChildren()::add);
      grid.add(name, 0, line);
      grid.add(both, 1, line);
    }
    return grid;
  }

  private static List<Label> corrections(
      String field, List<Corrected> corrected, Messages messages) {
    List<Label> lines = new ArrayList<>();
    for (Corrected each : corrected) {
      if (lines.isEmpty()) {
        String was = messages.text("editing.corrected.was", value(field, each.was(), messages));
        lines.add(Parts.wrapped(was, "rq-meta"));
      }
      String who =
          messages.text(
              "editing.corrected.by",
              messages.author(each.author(), each.unit()),
              Dates.minute(each.written()));
      Label line = Parts.wrapped(who, "rq-meta");
      line.setGraphic(Icons.of(Feather.EDIT_3, "rq-muted"));
      lines.add(line);
    }
    return lines;
  }

  private static String value(String field, String value, Messages messages) {
    return value.isEmpty() ? messages.text("editing.empty") : messages.valueName(field, value);
  }
}

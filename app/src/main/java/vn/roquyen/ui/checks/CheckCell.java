package vn.roquyen.ui.checks;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.roquyen.domain.Warning;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CheckLine;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;

/** One line of a work list: of which record what is asked, and whether it was answered. */
final class CheckCell extends RowCell<CheckLine> {
  private static final int LONG_TITLE = 120;

  private final Messages messages;
  private final Label title = Parts.wrapped("", "rq-strong");
  private final HBox state = Parts.row("");
  private final Label sentence = Parts.wrapped("", "rq-meta");

  CheckCell(Messages messages) {
    this.messages = messages;
    HBox head = Parts.row("gap-1 align-top", Parts.grow(title), state);
    setContent(Parts.column("", head, sentence));
  }

  @Override
  protected String fill(CheckLine line) {
    Warning warning = line.finding().warning();
    title.setText(Parts.brief(line.title(), LONG_TITLE));
    sentence.setText(messages.of(warning) + " (" + warning.subjectId() + ")");
    state.getChildren().clear();
    String told = "";
    if (line.answer() != null) {
      told = messages.text("checks.answered", Dates.text(line.answer().answeredOn()));
      state.getChildren().add(Chip.plain(told));
    } else if (line.former() != null) {
      told = messages.text("checks.returned");
      state.getChildren().add(Chip.check(told));
    }
    return String.join(". ", title.getText(), sentence.getText(), told);
  }
}

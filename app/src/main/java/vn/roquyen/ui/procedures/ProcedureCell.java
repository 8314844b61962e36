package vn.roquyen.ui.procedures;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ProcedureLine;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.VerdictLine;

/** One procedure: its name, whose it is, then code, field and time limit. */
final class ProcedureCell extends ListCell<ProcedureLine> {
  private final Messages messages;
  private final Label title = Parts.wrapped("", "rq-strong");
  private final VerdictLine verdict;
  private final VBox content;

  ProcedureCell(Messages messages) {
    this.messages = messages;
    this.verdict = new VerdictLine(messages);
    this.content = Parts.column("rq-hit", title, verdict);
    getStyleClass().add("rq-hit-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ProcedureLine line, boolean empty) {
    super.updateItem(line, empty);
    setText(null);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(line.name());
    verdict.show(line.answer(), String.join(" · ", facts(line)));
    setAccessibleText(line.name() + ". " + verdict.words());
    setGraphic(content);
  }

  private List<String> facts(ProcedureLine line) {
    List<String> facts = new ArrayList<>();
    facts.add(line.code());
    if (line.limit() != null) {
      facts.add(messages.text("limit." + line.limit().unit(), line.limit().amount()));
    } else if (line.bareNumber() != null) {
      facts.add(messages.text("card.limit.noUnit", line.bareNumber()));
    }
    if (line.field() != null) {
      facts.add(line.field());
    }
    return facts;
  }
}

package vn.roquyen.ui.procedures;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ProcedureLine;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;
import vn.roquyen.ui.common.VerdictLine;

/** One procedure: its name, whose it is, then code, field and time limit. */
final class ProcedureCell extends RowCell<ProcedureLine> {
  private static final int LONG_TITLE = 150;

  private final Messages messages;
  private final Label title = Parts.wrapped("", "rq-strong");
  private final VerdictLine verdict;

  ProcedureCell(Messages messages) {
    this.messages = messages;
    this.verdict = new VerdictLine(messages);
    setContent(Parts.column("", title, verdict));
  }

  @Override
  protected String fill(ProcedureLine line) {
    title.setText(Parts.brief(line.name(), LONG_TITLE));
    verdict.show(line.answer(), String.join(" · ", facts(line)));
    return line.name() + ". " + verdict.words();
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

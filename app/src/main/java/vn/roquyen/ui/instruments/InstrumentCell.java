package vn.roquyen.ui.instruments;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import vn.roquyen.domain.Instrument;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.InstrumentLine;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;

/**
 * One instrument: its number and status, its title, then kind, issuer, day and what rests on it.
 */
final class InstrumentCell extends RowCell<InstrumentLine> {
  private static final int LONG_TITLE = 150;

  private final Messages messages;
  private final Label number = Parts.label("", "rq-strong");
  private final HBox status = Parts.row("");
  private final Label title = Parts.wrapped("");
  private final Label about = Parts.label("", "rq-meta");

  InstrumentCell(Messages messages) {
    this.messages = messages;
    HBox head = Parts.row("gap-1 align-left", number, Parts.spacer(), status);
    setContent(Parts.column("", head, title, about));
  }

  @Override
  protected String fill(InstrumentLine line) {
    Instrument instrument = line.instrument();
    number.setText(
        instrument.number() == null ? messages.text("instruments.noNumber") : instrument.number());
    Label chip = Chip.of(line.status(), messages);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    status.getChildren().setAll(chip);
    title.setText(Parts.brief(instrument.title(), LONG_TITLE));
    about.setText(String.join(" · ", facts(line)));
    return String.join(". ", number.getText(), chip.getText(), instrument.title(), about.getText());
  }

  private List<String> facts(InstrumentLine line) {
    Instrument instrument = line.instrument();
    List<String> facts = new ArrayList<>();
    facts.add(
        instrument.issuedOn() == null
            ? messages.text("instruments.noDate")
            : Dates.text(instrument.issuedOn()));
    if (instrument.kind() != null) {
      facts.add(instrument.kind());
    }
    if (line.issuer() != null) {
      facts.add(line.issuer().label());
    }
    if (line.grants() > 0) {
      facts.add(messages.text("instruments.grants", line.grants()));
    }
    return facts;
  }
}

package vn.roquyen.ui.instruments;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Instrument;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.InstrumentLine;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;

/** One instrument: its number and status, its title, then kind, issuer, day and what rests on it. */
final class InstrumentCell extends ListCell<InstrumentLine> {
  private final Messages messages;
  private final Label number = Parts.label("", "rq-strong");
  private final HBox status = Parts.row("");
  private final Label title = Parts.wrapped("");
  private final Label about = Parts.label("", "rq-meta");
  private final VBox content;

  InstrumentCell(Messages messages) {
    this.messages = messages;
    HBox head = Parts.row("gap-1 align-left", number, Parts.spacer(), status);
    this.content = Parts.column("rq-hit", head, title, about);
    getStyleClass().add("rq-hit-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable InstrumentLine line, boolean empty) {
    super.updateItem(line, empty);
    setText(null);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    Instrument instrument = line.instrument();
    number.setText(
        instrument.number() == null ? messages.text("instruments.noNumber") : instrument.number());
    Label chip = Chip.of(line.status(), messages);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    status.getChildren().setAll(chip);
    title.setText(instrument.title());
    about.setText(String.join(" · ", facts(line)));
    setAccessibleText(
        String.join(
            ". ", number.getText(), chip.getText(), instrument.title(), about.getText()));
    setGraphic(content);
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

package vn.roquyen.ui.card;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Instrument;
import vn.roquyen.service.AnswerCard.InstrumentFacts;
import vn.roquyen.service.AnswerCard.Related;
import vn.roquyen.service.AnswerCard.Resting;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Parts;

/** An instrument: its facts, what it does to others and others to it, and what rests on it. */
final class InstrumentView {
  private static final int LONG_LIST = 8;

  private final InstrumentFacts facts;
  private final Desk desk;

  InstrumentView(InstrumentFacts facts, Desk desk) {
    this.facts = facts;
    this.desk = desk;
  }

  List<Node> sections() {
    List<Node> sections = new ArrayList<>();
    sections.add(facts());
    Instrument instrument = facts.instrument();
    if (instrument.sourceQuote() != null) {
      sections.add(
          Section.of(
              text("instrument.quote"),
              Folded.text("“" + instrument.sourceQuote() + "”", 400, desk.messages(), "rq-muted")));
    }
    sections.add(
        Section.of(
            text("instrument.relations"),
            facts.relations().isEmpty()
                ? Parts.wrapped(text("instrument.relations.none"), "rq-muted")
                : Folded.list(
                    facts.relations().stream().map(this::related).toList(),
                    LONG_LIST,
                    desk.messages())));
    sections.add(
        Section.of(
            desk.messages().text("instrument.resting", facts.resting().size()),
            facts.resting().isEmpty()
                ? Parts.wrapped(text("instrument.resting.none"), "rq-muted")
                : Folded.list(
                    facts.resting().stream().map(this::resting).toList(),
                    LONG_LIST,
                    desk.messages())));
    return sections;
  }

  private Node facts() {
    Instrument instrument = facts.instrument();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("rq-table");
    row(grid, "instrument.number", instrument.number());
    row(grid, "instrument.kind", instrument.kind());
    row(grid, "instrument.issuer", facts.issuer());
    row(grid, "instrument.issuedOn", Dates.textOrDash(instrument.issuedOn()));
    row(grid, "instrument.from", Dates.textOrDash(instrument.effectiveFrom()));
    row(grid, "instrument.to", Dates.textOrDash(instrument.effectiveTo()));
    return grid;
  }

  private void row(GridPane grid, String key, @Nullable String value) {
    int row = grid.getRowCount();
    grid.add(Parts.label(text(key), "rq-muted"), 0, row);
    grid.add(Parts.wrapped(value == null ? text("instrument.unknown") : value), 1, row);
  }

  private Node related(Related related) {
    String verb = desk.messages().name("relation", related.relation());
    String lead = desk.messages().text(related.outgoing() ? "relation.out" : "relation.in", verb);
    Node head =
        Parts.row(
            "gap-1 align-left",
            Parts.label(lead, "rq-muted"),
            link(related.label(), related.id()),
            Chip.of(related.status(), desk.messages()));
    return related.note() == null
        ? head
        : Parts.column("", head, Parts.wrapped(related.note(), "rq-meta"));
  }

  private Node resting(Resting resting) {
    return Parts.row(
        "gap-1 align-left",
        Chip.of(resting.mode(), desk.messages()),
        Parts.grow(link(resting.title(), resting.id())));
  }

  private Button link(String label, String id) {
    Button open = new Button(label);
    open.getStyleClass().add("rq-link");
    open.setWrapText(true);
    open.setMinHeight(Region.USE_PREF_SIZE);
    open.setOnAction(event -> desk.navigator().openRecord(id));
    return open;
  }

  private String text(String key) {
    return desk.messages().text(key);
  }
}

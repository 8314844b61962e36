package vn.roquyen.ui.card;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.domain.WarningCode.Severity;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnswerCard;
import vn.roquyen.service.ImpactWords;
import vn.roquyen.service.InstrumentDetail;
import vn.roquyen.service.PowerAtUnit;
import vn.roquyen.service.ProcedureLine;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.VerdictLine;

/**
 * An instrument: its facts, what is to be checked, what it does to others and others to it, and
 * what rests on it.
 */
final class InstrumentView {
  private static final int LONG_LIST = 8;
  private static final int LONG_QUOTE = 400;

  private final InstrumentDetail detail;
  private final Desk desk;
  private final Messages messages;

  InstrumentView(InstrumentDetail detail, Desk desk) {
    this.detail = detail;
    this.desk = desk;
    this.messages = desk.messages();
  }

  List<Node> sections() {
    List<Node> sections = new ArrayList<>();
    sections.add(facts());
    List<Warning> checks = detail.oddities().stream().filter(InstrumentView::isOdd).toList();
    if (!checks.isEmpty()) {
      sections.add(checks(checks));
    }
    sections.add(Section.of(text("instrument.relations"), relations()));
    if (!detail.provisions().isEmpty()) {
      List<Node> provisions = detail.provisions().stream().map(this::provision).toList();
      sections.add(section("instrument.provisions", provisions, 0));
    }
    sections.add(
        detail.powers().isEmpty()
            ? Section.of(
                messages.text("instrument.resting", 0),
                Parts.wrapped(text("instrument.resting.none"), "rq-muted"))
            : section("instrument.resting", detail.powers().stream().map(this::power).toList(), 0));
    if (!detail.procedures().isEmpty()) {
      int left = detail.procedureCount() - detail.procedures().size();
      sections.add(
          section(
              "instrument.procedures",
              detail.procedures().stream().map(this::procedure).toList(),
              left));
    }
    Instrument instrument = detail.line().instrument();
    if (instrument.sourceQuote() != null) {
      String quote = "“" + instrument.sourceQuote() + "”";
      sections.add(
          Section.of(
              text("instrument.quote"), Folded.text(quote, LONG_QUOTE, messages, "rq-muted")));
    }
    return sections;
  }

  private Node facts() {
    Instrument instrument = detail.line().instrument();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("rq-table");
    row(grid, "instrument.number", instrument.number());
    row(grid, "instrument.kind", instrument.kind());
    row(grid, "instrument.issuer", detail.line().issuer() == null ? null : issuer());
    row(grid, "instrument.issuedOn", day(instrument.issuedOn()));
    row(grid, "instrument.from", day(instrument.effectiveFrom()));
    row(grid, "instrument.to", day(instrument.effectiveTo()));
    return grid;
  }

  private String issuer() {
    return detail.line().issuer() == null ? "" : detail.line().issuer().name();
  }

  private static @Nullable String day(java.time.@Nullable LocalDate date) {
    return date == null ? null : Dates.text(date);
  }

  /** What the register does not state is said to be unknown, in the colour of what is missing. */
  private void row(GridPane grid, String key, @Nullable String value) {
    int row = grid.getRowCount();
    grid.add(Parts.label(text(key), "rq-muted"), 0, row);
    grid.add(
        value == null ? Parts.label(text("instrument.unknown"), "rq-muted") : Parts.wrapped(value),
        1,
        row);
  }

  /** Status and missing facts are already said by the chip and the table above. */
  private static boolean isOdd(Warning warning) {
    return warning.code().severity() == Severity.CHECK
        && warning.code() != WarningCode.BASIS_PARTLY_EXPIRED;
  }

  private Node checks(List<Warning> checks) {
    VBox lines = Parts.column("gap-half");
    checks.forEach(warning -> lines.getChildren().add(Parts.wrapped(messages.of(warning))));
    return Parts.row(
        "gap-1 align-top rq-note", Icons.of(Feather.ALERT_TRIANGLE), Parts.grow(lines));
  }

  private Node relations() {
    if (detail.outgoing().isEmpty() && detail.incoming().isEmpty()) {
      return Parts.wrapped(text("instrument.relations.none"), "rq-muted");
    }
    List<Node> rows = new ArrayList<>();
    detail.outgoing().forEach(related -> rows.add(related(related, true)));
    detail.incoming().forEach(related -> rows.add(related(related, false)));
    return Folded.list(rows, LONG_LIST, messages);
  }

  /** Reads as a sentence whose subject is this instrument: "bị bãi bỏ bởi" the other. */
  private Node related(InstrumentDetail.Related related, boolean isOutgoing) {
    Node verb =
        Parts.row(
            "gap-1 align-left rq-verb",
            Icons.of(isOutgoing ? Feather.ARROW_RIGHT : Feather.ARROW_LEFT, "rq-muted"),
            Parts.wrapped(
                new ImpactWords(messages).relation(related.kind(), isOutgoing, related.part())));
    List<Label> facts = new ArrayList<>();
    if (related.other().issuedOn() != null) {
      facts.add(Parts.label(Dates.text(related.other().issuedOn()), "rq-meta"));
    }
    facts.add(Chip.of(related.status(), messages));
    if (related.isDateOdd()) {
      facts.add(Chip.check(text("instrument.dateOdd")));
    }
    VBox other =
        Parts.column(
            "gap-half rq-related",
            link(related.other().label(), related.other().id()),
            Parts.flow("rq-facets", facts.toArray(Label[]::new)));
    if (related.other().number() != null) {
      other.getChildren().add(Parts.wrapped(related.other().title(), "rq-meta"));
    }
    if (related.note() != null) {
      other.getChildren().add(Parts.wrapped(related.note(), "rq-meta"));
    }
    return Parts.row("gap-1 align-left", verb, Parts.grow(other));
  }

  private Node section(String key, List<Node> rows, int left) {
    VBox section =
        Section.of(messages.text(key, rows.size() + left), Folded.list(rows, LONG_LIST, messages));
    if (left > 0) {
      section.getChildren().add(Parts.wrapped(messages.text("instrument.more", left), "rq-muted"));
    }
    return section;
  }

  /** A provision with its state and what rests on it. */
  private Node provision(InstrumentDetail.ProvisionLine line) {
    VBox provision =
        Parts.column(
            "gap-half",
            Parts.flow(
                "rq-facets",
                Parts.label(line.provision().citation().text(), "rq-strong"),
                Chip.of(line.status(), messages)));
    if (line.provision().text() != null) {
      provision
          .getChildren()
          .add(Folded.text(line.provision().text(), LONG_QUOTE, messages, "rq-plain"));
    }
    for (AnswerCard.Resting resting : line.resting()) {
      provision.getChildren().add(link(resting.title(), resting.id()));
    }
    if (line.resting().isEmpty()) {
      provision.getChildren().add(Parts.label(text("instrument.provision.none"), "rq-muted"));
    }
    return provision;
  }

  private Node power(PowerAtUnit power) {
    String modes =
        String.join(
            ", ",
            power.grants().stream()
                .filter(this::restsHere)
                .map(Grant::mode)
                .distinct()
                .map(mode -> messages.name("mode", mode))
                .toList());
    return resting(power.power().title(), power.power().id(), power.competence().answer(), modes);
  }

  private boolean restsHere(Grant grant) {
    return detail.line().instrument().id().equals(grant.instrumentId());
  }

  private Node procedure(ProcedureLine line) {
    return resting(line.name(), line.code(), line.answer(), line.code());
  }

  private Node resting(String title, String id, Answer answer, String facts) {
    VerdictLine verdict = new VerdictLine(messages);
    verdict.show(answer, facts);
    return Parts.column("", link(title, id), verdict);
  }

  private Button link(String label, String id) {
    Button open = new Button(label);
    open.getStyleClass().add("rq-link");
    open.setWrapText(true);
    open.setMinHeight(Region.USE_PREF_SIZE);
    open.setMnemonicParsing(false);
    open.setOnAction(event -> desk.navigator().openRecord(id));
    return open;
  }

  private String text(String key) {
    return messages.text(key);
  }
}

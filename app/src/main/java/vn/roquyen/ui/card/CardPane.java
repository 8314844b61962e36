package vn.roquyen.ui.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.SixClears;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnswerCard;
import vn.roquyen.service.AnswerCard.Handling;
import vn.roquyen.service.LookupHit;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Standpoint;

/** Draws the card that its view model holds. */
public final class CardPane {
  private final Desk desk;
  private final Messages messages;
  private final VBox content = Parts.column("rq-card");
  private final ScrollPane scroll = new ScrollPane(content);
  private final BorderPane root = new BorderPane(scroll);
  private final Node empty;
  private final SlipBar slips;

  public CardPane(CardViewModel model, Desk desk) {
    this.desk = desk;
    this.messages = desk.messages();
    this.slips = new SlipBar(model.slips(desk), desk);
    Parts.paged(scroll);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("rq-card-scroll");
    scroll.setAccessibleText(messages.text("card.name"));
    root.getStyleClass().add("rq-card-pane");
    empty = Parts.emptyCard(Feather.FILE, messages.text("card.empty"));
    model.shown().subscribe(shown -> show(shown));
    model.notThen().subscribe(day -> showMissing(day));
  }

  public Region root() {
    return root;
  }

  /** Brings the keyboard to the card, so that arrow keys scroll it. */
  public void focus() {
    scroll.requestFocus();
  }

  private void show(CardViewModel.@Nullable Shown shown) {
    if (shown == null) {
      root.setCenter(empty);
      root.setBottom(null);
      return;
    }
    root.setCenter(scroll);
    content.getChildren().setAll(sections(shown));
    scroll.setVvalue(0);
    root.setBottom(actions(shown.card().subject().id()));
  }

  /** Papers are made from the register of now only. */
  private Node actions(String id) {
    Standpoint from = desk.standpoint().get();
    return from == null || from.known() == null
        ? slips.node(id)
        : Parts.row(
            "rq-card-actions gap-1 align-left",
            Icons.of(Feather.CLOCK, "rq-muted"),
            Parts.wrapped(messages.text("card.past", Dates.text(from.known())), "rq-muted"));
  }

  private void showMissing(@Nullable LocalDate day) {
    if (day != null) {
      root.setCenter(
          Parts.column(
              "rq-card-empty",
              Icons.of(Feather.CLOCK, "rq-muted"),
              Parts.wrapped(messages.text("card.not.then", Dates.text(day)), "rq-strong"),
              Parts.wrapped(messages.text("card.not.then.advice"), "rq-muted")));
      root.setBottom(null);
    }
  }

  private List<Node> sections(CardViewModel.Shown shown) {
    AnswerCard card = shown.card();
    List<Node> sections = new ArrayList<>();
    if (!shown.sure()) {
      sections.add(
          Parts.row(
              "gap-1 align-top rq-note",
              Icons.of(Feather.HELP_CIRCLE),
              Parts.grow(Parts.wrapped(messages.text("card.unsure")))));
    }
    sections.add(head(card));
    if (shown.instrument() != null) {
      sections.addAll(new InstrumentView(shown.instrument(), desk).sections());
      return sections;
    }
    Competence competence = card.competence();
    if (competence != null) {
      sections.add(new VerdictBanner(card, competence, messages).node());
      add(sections, new ChainDrawing(competence, desk).node(card.handling()));
      description(card, sections);
      clears(competence, sections);
    }
    handling(shown, sections);
    basis(card, sections);
    similar(shown, sections);
    return sections;
  }

  private Node head(AnswerCard card) {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("rq-facets");
    card.subject().modes().forEach(mode -> chips.getChildren().add(Chip.of(mode, messages)));
    if (card.subject().field() != null) {
      chips.getChildren().add(Chip.plain(card.subject().field()));
    }
    if (card.instrument() != null) {
      chips.getChildren().add(Chip.of(card.instrument().status(), messages));
    }
    if (card.handling() != null) {
      chips.getChildren().add(Parts.label(card.subject().id(), "rq-meta"));
    }
    if (card.source().snapshot() != null) {
      String day = Dates.text(card.source().snapshot());
      chips.getChildren().add(Parts.label(messages.text("card.snapshot", day), "rq-meta"));
    }
    VBox head = Parts.column("gap-1", Parts.wrapped(card.subject().title(), "rq-title"));
    if (!chips.getChildren().isEmpty()) {
      head.getChildren().add(chips);
    }
    return head;
  }

  private void description(AnswerCard card, List<Node> sections) {
    if (card.subject().description() != null) {
      sections.add(
          Section.of(
              messages.text("card.description"),
              Folded.text(card.subject().description(), 500, messages)));
    }
  }

  private void clears(Competence competence, List<Node> sections) {
    if (!competence.chain().isEmpty()) {
      SixClears clears = competence.sixClears();
      sections.add(
          Section.of(
              messages.text("card.clears", ClearsGrid.stated(clears)),
              ClearsGrid.of(clears, messages)));
    }
  }

  private void handling(CardViewModel.Shown shown, List<Node> sections) {
    Handling handling = shown.card().handling();
    if (handling != null) {
      HandlingView view = new HandlingView(handling, messages);
      Deadlines deadlines = new Deadlines(shown, handling.filings(), messages);
      sections.add(view.node(deadlines.promise(), deadlines.ways()));
      sections.addAll(view.facts());
    }
  }

  private void basis(AnswerCard card, List<Node> sections) {
    Node list =
        card.basis().isEmpty()
            ? Parts.wrapped(messages.text("card.basis.none"), "rq-muted")
            : BasisList.of(card.basis(), desk);
    sections.add(Section.of(messages.text("card.basis"), list));
  }

  private void similar(CardViewModel.Shown shown, List<Node> sections) {
    if (shown.similar().isEmpty()) {
      return;
    }
    List<Node> links = shown.similar().stream().map(this::similar).toList();
    sections.add(
        Section.of(messages.text("card.similar"), Folded.list(links, links.size(), messages)));
  }

  private Node similar(LookupHit hit) {
    String number = hit.number() == null ? "" : " (" + hit.number() + ")";
    Button open = new Button(hit.title() + number);
    open.getStyleClass().add("rq-link");
    open.setWrapText(true);
    open.setMinHeight(Region.USE_PREF_SIZE);
    open.setOnAction(event -> desk.navigator().openRecord(hit.id()));
    return open;
  }

  private static void add(List<Node> sections, @Nullable Node node) {
    if (node != null) {
      sections.add(node);
    }
  }
}

package vn.roquyen.ui.instruments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.InstrumentLine;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.card.CardBeside;
import vn.roquyen.ui.card.CardViewModel;
import vn.roquyen.ui.common.BrowsePane;
import vn.roquyen.ui.common.Choice;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FacetChip;
import vn.roquyen.ui.common.Hint;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Place;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.instruments.InstrumentsViewModel.Shown;

/** The instruments at the left; the chosen one whole, with its relations, at the right. */
public final class InstrumentsScreen implements Screen, BrowsePane.Acts<InstrumentLine> {
  private final Desk desk;
  private final InstrumentsViewModel model;
  private final BrowsePane<InstrumentLine> list;
  private final CardBeside card;
  private final ImpactViewModel impact;
  private final ImpactView trial;
  private final RelationsView relations;
  private final StackPane pages = new StackPane();
  private Subscription days = Subscription.EMPTY;

  public InstrumentsScreen(
      TimeMachine times,
      ExportService export,
      CardViewModel.Sources sources,
      DataChanges changes,
      Desk desk) {
    this.desk = desk;
    Messages messages = desk.messages();
    this.model = new InstrumentsViewModel(times, export, desk.workplace("instruments"));
    this.list =
        new BrowsePane<>(
            messages.text("instruments.list"),
            messages.text("instruments.prompt"),
            messages.text("instruments.file"),
            desk,
            () -> new InstrumentCell(messages),
            this);
    this.card =
        new CardBeside(
            list,
            sources,
            changes,
            desk.with(new StayHere(desk.navigator(), this::follow)),
            "instrument",
            model::load);
    this.impact =
        new ImpactViewModel(
            times, desk.background(), messages, desk.standpoint(), desk.navigator()::fail);
    this.trial = new ImpactView(impact, desk, this::back);
    this.relations = new RelationsView(impact, desk, this::back, this::openFromDiagram);
    pages.getChildren().setAll(card.root());
    pages.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    list.setTop(views(messages));
    model.shown().subscribe(this::show);
    model.selected().subscribe(this::open);
  }

  /** Other ways to look at instruments than as a list. */
  private Node views(Messages messages) {
    return Parts.flow(
        "rq-facets",
        view(Feather.SHARE_2, "relations.open", "relations.open.whole", this::drawRelations),
        view(Feather.ZAP, "impact.open", "impact.open.whole", this::tryOut),
        view(
            Feather.COLUMNS,
            "news.compare",
            "news.compare.whole",
            () -> desk.navigator().open(Place.NEWS)));
  }

  /** A short word, so that all stand in one line; the tooltip says what it shows. */
  private Button view(Feather icon, String key, String hint, Runnable work) {
    Button button = Parts.button(icon, desk.messages().text(key), work);
    String whole = desk.messages().text(hint);
    button.setAccessibleText(whole);
    Hint.on(button, whole);
    return button;
  }

  @Override
  public Node root() {
    return pages;
  }

  private void drawRelations() {
    String id = model.selected().get();
    if (id != null) {
      pages.getChildren().setAll(relations.root());
      impact.draw(id);
    }
  }

  private void tryOut() {
    String id = model.selected().get();
    if (id != null) {
      pages.getChildren().setAll(trial.root());
      impact.open(id);
      trial.focus();
    }
  }

  private void openFromDiagram(String id) {
    back();
    follow(id);
  }

  private void back() {
    pages.getChildren().setAll(card.root());
    list.rows().requestFocus();
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !pages.getChildren().contains(card.root())) {
      back();
      event.consume();
    }
  }

  @Override
  public void shown() {
    card.shown();
    days = desk.standpoint().subscribe((before, now) -> impact.again());
    list.focusFilter();
  }

  @Override
  public void hidden() {
    card.hidden();
    days.unsubscribe();
  }

  @Override
  public void filter(String words) {
    model.narrow(model.filter().get().withText(words));
  }

  @Override
  public void choose(InstrumentLine row) {
    model.select(row.instrument().id());
  }

  @Override
  public void widen() {
    list.setFilter("");
    model.narrow(InstrumentFilter.ALL.withOrder(model.filter().get().order()));
  }

  @Override
  public void export(Path file, Consumer<Path> onDone) {
    model.export(file, desk.messages(), onDone);
  }

  /** Goes to an instrument that the card names; anything else is not ours. */
  private boolean follow(String id) {
    boolean isOurs = model.open(id);
    if (isOurs) {
      list.setFilter(model.filter().get().text());
    }
    return isOurs;
  }

  private void open(@Nullable String id) {
    card.open(id);
    list.mark(chosen());
  }

  private @Nullable InstrumentLine chosen() {
    return list.rows().getItems().stream()
        .filter(line -> line.instrument().id().equals(model.selected().get()))
        .findFirst()
        .orElse(null);
  }

  private void show(@Nullable Shown shown) {
    if (shown == null) {
      return;
    }
    Messages messages = desk.messages();
    InstrumentFilter filter = model.filter().get();
    list.setFacets(List.of(kinds(shown), issuers(shown), statuses(shown)), orders(filter));
    list.fill(
        shown.rows(),
        shown.rows().stream()
            .filter(line -> line.instrument().id().equals(model.selected().get()))
            .findFirst()
            .orElse(null),
        messages.text("instruments.count", shown.rows().size(), shown.all()),
        filter.narrows());
    if (shown.all() == 0) {
      list.setNothing(
          messages.text("instruments.empty"), messages.text("instruments.empty.advice"), false);
    } else {
      list.setNothing(
          messages.text("instruments.nothing"), messages.text("instruments.nothing.advice"), true);
    }
  }

  private Node kinds(Shown shown) {
    return FacetChip.choice(
        text("instrument.kind"),
        shown.kinds().entrySet().stream()
            .map(kind -> new Choice<>(kind.getKey(), orUnknown(kind.getKey()), kind.getValue()))
            .toList(),
        model.filter().get().kind(),
        desk,
        kind -> model.narrow(model.filter().get().withKind(kind)));
  }

  private Node issuers(Shown shown) {
    return FacetChip.choice(
        text("instrument.issuer"),
        shown.issuers().stream()
            .map(
                issuer ->
                    new Choice<>(
                        issuer.getKey(),
                        orUnknown(Objects.toString(shown.issuerNames().get(issuer.getKey()), "")),
                        issuer.getValue()))
            .toList(),
        model.filter().get().issuerId(),
        desk,
        issuer -> model.narrow(model.filter().get().withIssuer(issuer)));
  }

  private Node statuses(Shown shown) {
    return FacetChip.choice(
        text("instruments.status"),
        shown.statuses().entrySet().stream()
            .map(
                status ->
                    new Choice<>(
                        status.getKey(),
                        desk.messages().name("status", status.getKey()),
                        status.getValue()))
            .toList(),
        model.filter().get().status(),
        desk,
        status -> model.narrow(model.filter().get().withStatus(status)));
  }

  private Node orders(InstrumentFilter filter) {
    return FacetChip.order(
        Arrays.stream(InstrumentFilter.Order.values())
            .map(order -> new Choice<>(order, desk.messages().name("instruments.order", order), 0))
            .toList(),
        filter.order(),
        order -> model.narrow(model.filter().get().withOrder(order)));
  }

  private String orUnknown(String name) {
    return name.isEmpty() ? text("instrument.unknown") : name;
  }

  private String text(String key) {
    return desk.messages().text(key);
  }
}

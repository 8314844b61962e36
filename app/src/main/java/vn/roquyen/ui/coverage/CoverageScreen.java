package vn.roquyen.ui.coverage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.Headline;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.domain.coverage.TrendPoint;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CoverageTable;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FigureGrid;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Picture;
import vn.roquyen.ui.common.SaveDialog;
import vn.roquyen.ui.common.Screen;

/** How far powers have come down: four views at the left, the list behind a figure at the right. */
public final class CoverageScreen implements Screen {
  private final Desk desk;
  private final DataChanges changes;
  private final Messages messages;
  private final CoverageViewModel model;
  private final BehindPane behind;
  private final BorderPane middle = new BorderPane();
  private final BorderPane root = new BorderPane();
  private final List<ToggleButton> views = new ArrayList<>();
  private @Nullable Region picture;
  private Subscription subscriptions = Subscription.EMPTY;

  public CoverageScreen(TimeMachine times, DataChanges changes, Desk desk) {
    this.desk = desk;
    this.changes = changes;
    this.messages = desk.messages();
    this.model = new CoverageViewModel(times, messages, desk.workplace("coverage"));
    this.behind = new BehindPane(desk);
    middle.setTop(head());
    middle.getStyleClass().add("rq-coverage");
    middle.setCenter(Parts.column("rq-nothing", Parts.label(messages.text("coverage.loading"))));
    root.setCenter(middle);
    root.setRight(behind.root());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.shown().subscribe(shown -> draw());
    model.view().subscribe(view -> draw());
    model.behind().subscribe(behind::show);
  }

  @Override
  public Node root() {
    return root;
  }

  CoverageViewModel model() {
    return model;
  }

  @Override
  public void shown() {
    DataChanges.Subscription data = changes.subscribe(change -> Platform.runLater(model::load));
    subscriptions =
        Subscription.combine(
            desk.standpoint().subscribe((before, now) -> model.load()), data::close);
    model.load();
    views.get(model.view().get().ordinal()).requestFocus();
  }

  @Override
  public void hidden() {
    subscriptions.unsubscribe();
  }

  /** Listens by itself, so that a change does not move the keyboard. */
  @Override
  public void dataChanged() {}

  private Node head() {
    for (CoverageTable view : CoverageTable.values()) {
      ToggleButton button = new ToggleButton(messages.name("coverage.view", view));
      button.getStyleClass().setAll("rq-segment");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.show(view);
          });
      views.add(button);
    }
    Node export =
        Parts.iconButton(Feather.DOWNLOAD, messages.text("coverage.export"), this::export);
    Node print = Parts.iconButton(Feather.PRINTER, messages.text("browse.paper"), this::print);
    Node save = Parts.iconButton(Feather.IMAGE, messages.text("browse.picture"), this::save);
    return Parts.row(
        "rq-list-head gap-1 align-left",
        Parts.row("gap-half", views.toArray(Node[]::new)),
        Parts.spacer(),
        print,
        export,
        save);
  }

  private void draw() {
    for (ToggleButton button : views) {
      button.setSelected(views.indexOf(button) == model.view().get().ordinal());
    }
    Coverage coverage = model.shown().get();
    if (coverage == null) {
      return;
    }
    CoverageTables tables = new CoverageTables(coverage, model, desk);
    CoverageCharts charts = new CoverageCharts(coverage, messages);
    switch (model.view().get()) {
      case HEADLINE -> headline(coverage, tables, charts);
      case POWERS -> grid(tables.powers(), messages.text("coverage.powers.words"));
      case FIELDS -> grid(tables.fields(), messages.text("coverage.fields.words"));
      case TREND -> trend(coverage, charts);
    }
  }

  private void headline(Coverage coverage, CoverageTables tables, CoverageCharts charts) {
    Region chart = charts.fields();
    picture = chart;
    List<Node> parts = new ArrayList<>();
    String day = Dates.text(coverage.date());
    String title = messages.text("coverage.title", day, Long.toString(coverage.revision()));
    parts.add(Parts.wrapped(title, "rq-meta"));
    parts.add(tables.headline().grid());
    for (Headline.Reason reason : coverage.headline().reasons()) {
      parts.add(reason(reason));
    }
    parts.add(tables.tiers().grid());
    parts.add(remain(coverage));
    parts.add(chart);
    ScrollPane pane = new ScrollPane(Parts.column("rq-coverage-page", parts.toArray(Node[]::new)));
    Parts.paged(pane);
    pane.getStyleClass().add("rq-card-scroll");
    pane.setFitToWidth(true);
    middle.setCenter(pane);
  }

  private Node reason(Headline.Reason reason) {
    String words = messages.text("coverage.why." + reason.why(), reason.figures().toArray());
    Node sentence = Parts.grow(Parts.wrapped("– " + words));
    if (reason.powers().isEmpty()) {
      return Parts.row("gap-1 align-top", sentence);
    }
    Set<String> powers = reason.powers();
    String name = messages.name("coverage.reason", reason.why());
    return Parts.row(
        "gap-1 align-top",
        sentence,
        Parts.button(
            messages.text("coverage.list"), () -> model.openPowers(name, powers), "rq-link"));
  }

  private Node remain(Coverage coverage) {
    long atProvince =
        coverage.powers().stream().filter(power -> power.tier().isAtProvince()).count();
    String words =
        messages.text(
            "coverage.remain",
            atProvince,
            coverage.powers().size(),
            coverage.on(Tier.COMMUNE).size(),
            coverage.on(Tier.UNNAMED).size());
    String name = messages.text("coverage.remain.list");
    return Parts.row(
        "gap-1 align-top",
        Parts.grow(Parts.wrapped(words)),
        Parts.button(
            messages.text("coverage.list"),
            () -> model.openTiers(name, EnumSet.of(Tier.DEPARTMENT, Tier.PROVINCE)),
            "rq-link"));
  }

  private void grid(FigureGrid grid, String words) {
    grid.grid().getStyleClass().add("rq-picture");
    picture = grid.grid();
    BorderPane page = new BorderPane(grid.scrolled());
    page.setTop(Parts.column("rq-coverage-note", Parts.wrapped(words, "rq-meta")));
    middle.setCenter(page);
  }

  private void trend(Coverage coverage, CoverageCharts charts) {
    Region chart = charts.trend();
    picture = chart;
    TrendPoint last = coverage.trend().getLast();
    BorderPane page = new BorderPane(chart);
    page.setTop(
        Parts.column(
            "rq-coverage-note",
            Parts.wrapped(
                messages.text("coverage.trend.words", last.total(), last.undated()), "rq-meta")));
    middle.setCenter(page);
  }

  private void export() {
    SaveDialog.saveTable(root, viewName(), desk, model::export);
  }

  private void save() {
    Region drawn = picture;
    if (drawn != null) {
      SaveDialog.savePicture(
          root,
          viewName(),
          desk,
          (file, onDone) -> model.save(Picture.of(drawn)::write, file, onDone));
    }
  }

  private void print() {
    SaveDialog.savePaper(root, messages.text("place.coverage"), desk, model::print);
  }

  private String viewName() {
    return messages.name("coverage.view", model.view().get());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
      export();
      event.consume();
    }
  }
}

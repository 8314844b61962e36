package vn.roquyen.ui.news;

import java.time.Clock;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.HistoryServices;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;

/** What changed for the commune, and which communes confirmed what: one of the two at a time. */
public final class NewsScreen implements Screen {
  private final Desk desk;
  private final DataChanges changes;
  private final NewsViewModel news;
  private final StandingsViewModel standings;
  private final NewsList newsList;
  private final StandingsList standingsList;
  private final BorderPane root = new BorderPane();
  private Subscription subscriptions = Subscription.EMPTY;

  public NewsScreen(
      HistoryServices history, ExportService export, Clock clock, DataChanges changes, Desk desk) {
    this.desk = desk;
    this.changes = changes;
    news = new NewsViewModel(history, export, clock, desk.workplace("news"));
    standings =
        new StandingsViewModel(
            history.acknowledgements(), export, clock, desk.workplace("standings"));
    newsList = new NewsList(news, desk);
    standingsList = new StandingsList(standings, desk);
    root.setTop(sides(desk.messages()));
    root.setCenter(newsList.root());
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void shown() {
    DataChanges.Subscription data = changes.subscribe(change -> Platform.runLater(this::load));
    subscriptions =
        Subscription.combine(desk.standpoint().subscribe((before, now) -> load()), data::close);
    load();
    focus();
  }

  @Override
  public void hidden() {
    subscriptions.unsubscribe();
  }

  /** Listens by itself, so that a confirmation does not move the keyboard. */
  @Override
  public void dataChanged() {}

  private void load() {
    news.load();
    standings.load();
  }

  private void focus() {
    if (root.getCenter() == newsList.root()) {
      newsList.focus();
    } else {
      standingsList.focus();
    }
  }

  private Node sides(Messages messages) {
    ToggleGroup group = new ToggleGroup();
    return Parts.row(
        "gap-1 align-left rq-sides",
        side(messages.text("news.side.news"), newsList.root(), group),
        side(messages.text("news.side.standings"), standingsList.root(), group));
  }

  private ToggleButton side(String name, Node shows, ToggleGroup group) {
    ToggleButton side = new ToggleButton(name);
    side.getStyleClass().setAll("rq-facet");
    side.setToggleGroup(group);
    side.setSelected(root.getCenter() == shows || shows == newsList.root());
    side.setOnAction(
        event -> {
          side.setSelected(true);
          root.setCenter(shows);
          focus();
        });
    return side;
  }
}

package vn.roquyen.ui.lookup;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Confidence;
import vn.roquyen.service.LookupHit;
import vn.roquyen.ui.card.CardPane;
import vn.roquyen.ui.card.CardViewModel;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.common.SideBySide;

/** The look-up: results at the left, the card of the chosen one at the right. */
public final class LookupScreen implements Screen {
  private static final Duration PAUSE = Duration.millis(80);
  private static final int PAGE = 6;

  private final LookupViewModel model;
  private final CardViewModel cardModel;
  private final CardPane card;
  private final StringProperty query;
  private final Desk desk;
  private final StackPane root = new StackPane();
  private final Node welcome;
  private final SideBySide both;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private Subscription subscriptions = Subscription.EMPTY;

  public LookupScreen(CardViewModel.Sources sources, Desk desk, StringProperty query) {
    this.desk = desk;
    this.query = query;
    this.model = new LookupViewModel(sources.times(), desk.workplace("lookup"));
    this.cardModel = new CardViewModel(sources, desk.workplace("card"));
    this.card = new CardPane(cardModel, desk);
    ResultList results = new ResultList(model, desk);
    this.both = new SideBySide(results.root(), card.root(), desk.messages().text("lookup.back"));
    this.welcome = Welcome.of(desk);
    pause.setOnFinished(event -> model.ask(query.get(), true));
    model.findings().subscribe(found -> arrange());
    model.selected().subscribe(this::choose);
    cardModel.shown().subscribe(shown -> arrange());
    cardModel.notThen().subscribe(day -> arrange());
    results.rows().setOnMouseClicked(event -> both.showDetail());
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void shown() {
    subscriptions =
        Subscription.combine(
            query.subscribe((before, now) -> asked(now)),
            desk.standpoint().subscribe((before, now) -> refresh()));
    model.ask(query.get(), false);
  }

  @Override
  public void hidden() {
    subscriptions.unsubscribe();
  }

  /** Shows the card of a record, whatever was asked before. */
  public void openRecord(String id) {
    cardModel.open(id, true);
    both.showDetail();
  }

  @Override
  public void dataChanged() {
    refresh();
  }

  private void refresh() {
    model.askAgain();
    cardModel.refresh();
  }

  /** Keys that work in the search box: they move in the list while one goes on typing. */
  public void searchKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1, event);
      case UP -> move(-1, event);
      case PAGE_DOWN -> move(PAGE, event);
      case PAGE_UP -> move(-PAGE, event);
      case ENTER -> {
        pause.stop();
        if (model.selected().get() == null) {
          model.ask(query.get(), false);
          model.move(0);
        } else {
          both.showDetail();
          card.focus();
        }
        event.consume();
      }
      default -> {}
    }
  }

  private void move(int rows, KeyEvent event) {
    model.move(rows);
    event.consume();
  }

  private void asked(String words) {
    both.showList();
    if (words.isBlank()) {
      pause.stop();
      cardModel.close();
      model.ask("", false);
    } else {
      pause.playFromStart();
    }
  }

  private void choose(@Nullable LookupHit hit) {
    if (hit == null) {
      cardModel.close();
    } else {
      cardModel.open(hit.id(), hit.confidence() == Confidence.HIGH);
    }
  }

  /** The welcome while nothing is asked and no card is open. */
  private void arrange() {
    Node wanted =
        model.findings().get() == null
                && cardModel.shown().get() == null
                && cardModel.notThen().get() == null
            ? welcome
            : both;
    if (root.getChildren().isEmpty() || !Objects.equals(root.getChildren().getFirst(), wanted)) {
      root.getChildren().setAll(wanted);
    }
  }
}

package vn.roquyen.ui.card;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import vn.roquyen.service.DataChanges;
import vn.roquyen.ui.common.BrowsePane;
import vn.roquyen.ui.common.Desk;

/**
 * The card of the chosen row beside a list. While the screen is in view both are made anew whenever
 * the day, the commune or the data change.
 */
public final class CardBeside {
  private final CardViewModel model;
  private final Node root;
  private final DataChanges changes;
  private final Desk desk;
  private final Runnable load;
  private Subscription subscriptions = Subscription.EMPTY;

  /**
   * @param lane name of the lane in which the cards are made
   * @param load makes the list anew
   */
  public CardBeside(
      BrowsePane<?> list,
      CardViewModel.Sources sources,
      DataChanges changes,
      Desk desk,
      String lane,
      Runnable load) {
    this.desk = desk;
    this.changes = changes;
    this.load = load;
    this.model = new CardViewModel(sources, desk.workplace(lane));
    CardPane card = new CardPane(model, desk);
    this.root = list.beside(card.root(), card::focus);
  }

  public Node root() {
    return root;
  }

  /** Loads now, and again whenever something changes, until {@link #hidden}. */
  public void shown() {
    DataChanges.Subscription data = changes.subscribe(change -> Platform.runLater(this::refresh));
    subscriptions =
        Subscription.combine(desk.standpoint().subscribe((before, now) -> refresh()), data::close);
    refresh();
  }

  public void hidden() {
    subscriptions.unsubscribe();
  }

  /** Shows the card of a record, or none. */
  public void open(@Nullable String id) {
    if (id == null) {
      model.close();
    } else {
      model.open(id, true);
    }
  }

  private void refresh() {
    load.run();
    model.refresh();
  }
}

package vn.roquyen.ui.card;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import vn.roquyen.service.DataChanges;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.SideBySide;

/**
 * The card of the chosen row beside a list. While the screen is in view both are made anew whenever
 * the day, the commune or the data change.
 */
public final class CardBeside {
  private final CardViewModel model;
  private final CardPane card;
  private final SideBySide both;
  private final DataChanges changes;
  private final Desk desk;
  private final Runnable load;
  private Subscription subscriptions = Subscription.EMPTY;

  /**
   * @param lane name of the lane in which the cards are made
   * @param load makes the list anew
   */
  public CardBeside(
      Region list,
      CardViewModel.Sources sources,
      DataChanges changes,
      Desk desk,
      String lane,
      Runnable load) {
    this.desk = desk;
    this.changes = changes;
    this.load = load;
    this.model =
        new CardViewModel(
            sources, desk.background().lane(lane), desk.standpoint(), desk.navigator()::fail);
    this.card = new CardPane(model, desk);
    this.both = new SideBySide(list, card.root(), desk.messages().text("browse.back"));
  }

  public Node root() {
    return both;
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

  /** Brings the card to the front where it does not fit beside the list. */
  public void look() {
    both.showDetail();
  }

  /** Brings the card to the front and the keyboard to it. */
  public void read() {
    both.showDetail();
    card.focus();
  }

  private void refresh() {
    load.run();
    model.refresh();
  }
}

package vn.roquyen.ui.sync;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.sync.SyncViewModel.State;

/** The exchange with other machines on one page, from what is to be done down to the keys. */
public final class SyncScreen implements Screen {
  /** How often is looked for USB sticks while the screen is in view. */
  private static final Duration LOOK = Duration.seconds(2);

  private final SyncViewModel model;
  private final WhoPanel who;
  private final TransferPanel transfer;
  private final StoresPanel stores;
  private final LostPanel lost;
  private final ReviewPanel reviews;
  private final KeysPanel keys;
  private final ScrollPane root;
  private final Timeline watch;

  public SyncScreen(SyncViewModel.Sources sources, Desk desk) {
    Messages messages = desk.messages();
    model = new SyncViewModel(sources, desk.background(), desk.navigator()::fail);
    who = new WhoPanel(messages);
    transfer = new TransferPanel(model, messages);
    stores =
        new StoresPanel(
            model,
            new StoresViewModel(
                sources.shared(), desk.background(), model::refresh, desk.navigator()::fail),
            desk,
            sources.clock());
    lost = new LostPanel(model, desk.navigator(), messages);
    reviews = new ReviewPanel(model, messages);
    keys = new KeysPanel(messages, sources.clock());
    VBox page =
        Parts.column(
            "rq-page gap-3",
            Parts.label(messages.text("place.sync"), "rq-title"),
            who.root(),
            lost.root(),
            transfer.root(),
            stores.root(),
            reviews.root(),
            keys.root());
    root = Parts.scrolled(page, messages.text("place.sync"));
    watch = new Timeline(new KeyFrame(LOOK, event -> model.lookForDrives()));
    watch.setCycleCount(Timeline.INDEFINITE);
    model.state().subscribe(this::show);
    model
        .event()
        .subscribe(
            event -> {
              if (event instanceof SyncViewModel.Event.Exchanged) {
                desk.navigator().statusChanged();
              }
            });
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
    model.lookForDrives();
    watch.play();
    root.requestFocus();
  }

  @Override
  public void hidden() {
    watch.stop();
  }

  @Override
  public void dataChanged() {
    model.refresh();
  }

  /** Takes in what was dragged onto the window. */
  public void receive(List<Path> files) {
    model.receive(files);
  }

  /** Asks a round under way to stop, so that closing need not wait for a network. */
  public void stop() {
    model.stop();
  }

  private void show(@Nullable State state) {
    if (state != null) {
      who.show(state.identity(), state.units());
      transfer.show(state);
      stores.show(state.stores());
      lost.show(state);
      reviews.show(state);
      keys.show(state);
    }
  }
}

package vn.roquyen.ui.instruments;

import java.util.function.Predicate;
import javafx.scene.Node;
import vn.roquyen.ui.common.Navigator;
import vn.roquyen.ui.common.Place;

/** Follows links between instruments within the screen; all else is asked of the window. */
final class StayHere implements Navigator {
  private final Navigator window;
  private final Predicate<String> follow;

  /**
   * @param follow goes to an instrument of this screen; false when it has none of that id
   */
  StayHere(Navigator window, Predicate<String> follow) {
    this.window = window;
    this.follow = follow;
  }

  @Override
  public void openRecord(String id) {
    if (!follow.test(id)) {
      window.openRecord(id);
    }
  }

  @Override
  public void open(Place place) {
    window.open(place);
  }

  @Override
  public boolean mayEdit() {
    return window.mayEdit();
  }

  @Override
  public void edit(String id) {
    window.edit(id);
  }

  @Override
  public void lookUp(String words) {
    window.lookUp(words);
  }

  @Override
  public void tell(String sentence) {
    window.tell(sentence);
  }

  @Override
  public void statusChanged() {
    window.statusChanged();
  }

  @Override
  public void fail(Throwable failure) {
    window.fail(failure);
  }

  @Override
  public void showDialog(Node content) {
    window.showDialog(content);
  }

  @Override
  public void closeDialog() {
    window.closeDialog();
  }
}

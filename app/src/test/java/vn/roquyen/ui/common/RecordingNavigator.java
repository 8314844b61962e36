package vn.roquyen.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Stands for the window in the test of one screen: notes what the screen asks of it. */
public final class RecordingNavigator implements Navigator {
  public final List<String> opened = new ArrayList<>();
  public final List<Throwable> failures = new ArrayList<>();
  private final StackPane window = new StackPane();

  /** What a test shows: the screen, and dialogs above it. */
  public StackPane window() {
    return window;
  }

  @Override
  public void open(Place place) {
    opened.add(place.name());
  }

  @Override
  public void openRecord(String id) {
    opened.add(id);
  }

  @Override
  public boolean mayEdit() {
    return true;
  }

  @Override
  public void edit(String id) {
    opened.add("edit " + id);
  }

  @Override
  public void lookUp(String words) {
    opened.add(words);
  }

  @Override
  public void tell(String sentence) {
    opened.add(sentence);
  }

  @Override
  public void statusChanged() {
    opened.add("status");
  }

  @Override
  public void fail(Throwable failure) {
    failures.add(failure);
  }

  @Override
  public void showDialog(Node content) {
    window.getChildren().add(content);
    content.requestFocus();
  }

  @Override
  public void closeDialog() {
    window.getChildren().removeLast();
  }
}

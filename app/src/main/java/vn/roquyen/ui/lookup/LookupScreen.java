package vn.roquyen.ui.lookup;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import vn.roquyen.service.LookupService;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;

/** The look-up: results at the left, the card of the chosen one at the right. */
public final class LookupScreen implements Screen {
  private final Node root = Parts.column("rq-full");

  public LookupScreen(LookupService lookup, Desk desk, StringProperty query) {}

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {}

  /** Shows the card of a record, whatever was asked before. */
  public void openRecord(String id) {}
}

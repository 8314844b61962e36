package vn.roquyen.ui.common;

import javafx.scene.Node;

/** What a screen can ask the window to do: go elsewhere or say something. */
public interface Navigator {

  /** Goes to a screen. */
  void open(Place place);

  /** Shows the card of a power, a procedure or an instrument. */
  void openRecord(String id);

  /** True when the key of this machine may write the register of the province. */
  boolean mayEdit();

  /** Takes what a card shows into a draft and goes there. */
  void edit(String id);

  /** Puts words into the search box and looks them up. */
  void lookUp(String words);

  /** Says in a line that fades by itself that something was done. */
  void tell(String sentence);

  /** Says that what the status bar shows is to be read anew though no row has changed. */
  void statusChanged();

  /** Tells what went wrong and what to do; never only logs. */
  void fail(Throwable failure);

  /** Shows a dialog over the window until {@link #closeDialog}. */
  void showDialog(Node content);

  void closeDialog();
}

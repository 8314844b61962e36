package vn.roquyen.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;

/**
 * What every screen works with, whatever it is about.
 *
 * @param standpoint commune and day for which everything is answered; null until known
 */
public record Desk(
    Messages messages,
    Navigator navigator,
    Background background,
    ReadOnlyObjectProperty<@Nullable Standpoint> standpoint) {

  /**
   * Where a view model works.
   *
   * @param lane name of its lane
   */
  public Workplace workplace(String lane) {
    return new Workplace(background.lane(lane), standpoint, navigator::fail);
  }

  /** The same with other ways to go elsewhere. */
  public Desk with(Navigator other) {
    return new Desk(messages, other, background, standpoint);
  }
}

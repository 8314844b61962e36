package vn.roquyen.ui.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Mode;
import vn.roquyen.platform.Messages;

/** Small labelled plates for modes, states and fields. */
public final class Chip {
  private Chip() {}

  /** The legal route, in the accent colour. */
  public static Label of(Mode mode, Messages messages) {
    return chip(messages.name("mode", mode), "accent");
  }

  /** The status of an instrument, in the colour of its meaning. */
  public static Label of(InstrumentStatus status, Messages messages) {
    String look =
        switch (status) {
          case IN_FORCE -> "good";
          case PARTLY_EXPIRED, NOT_YET_IN_FORCE, SUSPENDED -> "check";
          case EXPIRED -> "bad";
          case UNKNOWN -> "plain";
        };
    return chip(messages.name("status", status), look);
  }

  /** A plate without meaning of its own, such as a field. */
  public static Label plain(String text) {
    return chip(text, "plain");
  }

  /** A plate that asks to look closer. */
  public static Label check(String text) {
    return chip(text, "check");
  }

  /** A plate that says that all is well. */
  public static Label good(String text) {
    return chip(text, "good");
  }

  /** A plate that says that something was refused or is over. */
  public static Label bad(String text) {
    return chip(text, "bad");
  }

  private static Label chip(String text, String look) {
    Label chip = Parts.label(text, "rq-chip", look);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }
}

package vn.roquyen.ui.card;

import java.nio.file.Path;
import vn.roquyen.Wiring;

/** What cards are made from, of one opened data folder. */
final class Cards {
  private Cards() {}

  static CardViewModel.Sources sources(Wiring wiring, Path slips) {
    return new CardViewModel.Sources(
        wiring.history().times(),
        new SlipViewModel.Sources(wiring.history().times(), file -> {}, slips));
  }
}

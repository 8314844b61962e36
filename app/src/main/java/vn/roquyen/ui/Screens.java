package vn.roquyen.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import vn.roquyen.ui.card.CardViewModel;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Place;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.lookup.LookupScreen;

/** Makes each screen when it is first opened and keeps it. */
final class Screens {
  /** The screens that exist, in the order of the rail. */
  static final List<Place> PLACES = List.of(Place.LOOKUP);

  private final Desk desk;
  private final Map<Place, Screen> made = new EnumMap<>(Place.class);
  private final LookupScreen lookup;

  Screens(Services services, Desk desk, StringProperty query) {
    this.desk = desk;
    this.lookup =
        new LookupScreen(
            new CardViewModel.Sources(services.cards(), services.lookup(), services.registers()),
            desk,
            query);
  }

  Screen of(Place place) {
    return made.computeIfAbsent(place, this::make);
  }

  LookupScreen lookup() {
    return lookup;
  }

  private Screen make(Place place) {
    return switch (place) {
      case LOOKUP -> lookup;
      case POWERS, PROCEDURES, INSTRUMENTS, SETTINGS ->
          throw new IllegalArgumentException(place + " is not in PLACES " + desk);
    };
  }
}

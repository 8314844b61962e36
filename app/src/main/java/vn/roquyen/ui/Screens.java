package vn.roquyen.ui;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.RemovableDrives;
import vn.roquyen.platform.Settings.Role;
import vn.roquyen.platform.SystemViewer;
import vn.roquyen.ui.authority.AuthorityScreen;
import vn.roquyen.ui.authority.HandbookViewModel;
import vn.roquyen.ui.card.CardViewModel;
import vn.roquyen.ui.card.SlipViewModel;
import vn.roquyen.ui.checks.ChecksScreen;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Place;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.coverage.CoverageScreen;
import vn.roquyen.ui.editing.EditingScreen;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.instruments.InstrumentsScreen;
import vn.roquyen.ui.lookup.LookupScreen;
import vn.roquyen.ui.news.NewsScreen;
import vn.roquyen.ui.procedures.ProceduresScreen;
import vn.roquyen.ui.settings.SettingsScreen;
import vn.roquyen.ui.settings.SettingsViewModel;
import vn.roquyen.ui.sync.SyncScreen;
import vn.roquyen.ui.sync.SyncViewModel;

/** Makes each screen when it is first opened and keeps it. */
final class Screens {
  /** The screens of everybody, in the order of the rail. */
  private static final List<Place> PLACES =
      List.of(
          Place.LOOKUP,
          Place.POWERS,
          Place.PROCEDURES,
          Place.INSTRUMENTS,
          Place.COVERAGE,
          Place.CHECKS,
          Place.NEWS,
          Place.SYNC,
          Place.SETTINGS);

  private final Services services;
  private final CardViewModel.Sources cards;
  private final Desk desk;
  private final SettingsViewModel settings;
  private final ImportViewModel imports;
  private final Map<Place, Screen> made = new EnumMap<>(Place.class);
  private final LookupScreen lookup;

  Screens(
      Services services,
      Desk desk,
      StringProperty query,
      SettingsViewModel settings,
      ImportViewModel imports) {
    this.services = services;
    this.desk = desk;
    this.settings = settings;
    this.imports = imports;
    this.cards =
        new CardViewModel.Sources(
            services.history().times(),
            new SlipViewModel.Sources(
                services.history().times(),
                new SystemViewer()::open,
                new AppPaths(services.data()).slips()));
    this.lookup = new LookupScreen(cards, desk, query);
  }

  /**
   * The screens of a rail.
   *
   * @param mayEdit true where the key of this folder may write the register
   */
  static List<Place> places(boolean mayEdit) {
    return Stream.of(Place.values()).filter(place -> PLACES.contains(place) || mayEdit).toList();
  }

  /** The screen with which somebody begins. */
  static Place firstFor(Role role) {
    return role == Role.OFFICIAL && PLACES.contains(Place.POWERS) ? Place.POWERS : Place.LOOKUP;
  }

  Screen of(Place place) {
    return made.computeIfAbsent(place, this::make);
  }

  LookupScreen lookup() {
    return lookup;
  }

  /** Goes to the exchange with files that were dragged onto the window. */
  void receive(List<Path> files) {
    if (of(Place.SYNC) instanceof SyncScreen sync) {
      sync.receive(files);
    }
  }

  /** Takes what a card shows into a draft. */
  void edit(String id) {
    if (of(Place.EDITING) instanceof EditingScreen editing) {
      editing.edit(id);
    }
  }

  /** Asks long work of the screens to stop. */
  void stop() {
    if (made.get(Place.SYNC) instanceof SyncScreen sync) {
      sync.stop();
    }
  }

  private SyncScreen sync() {
    Services.Exchange exchange = services.exchange();
    return new SyncScreen(
        new SyncViewModel.Sources(
            exchange.folder(),
            exchange.keys(),
            exchange.files(),
            exchange.histories(),
            exchange.lost(),
            exchange.sync(),
            exchange.stores(),
            services.registers(),
            RemovableDrives.ofSystem()::list,
            services.clock()),
        desk);
  }

  private AuthorityScreen authority() {
    return new AuthorityScreen(
        services.history().times(),
        services.browsing().exports(),
        cards,
        new HandbookViewModel.Sources(
            services.history().times(),
            new SystemViewer()::open,
            new AppPaths(services.data()).slips()),
        services.changes(),
        desk);
  }

  private SettingsScreen settings() {
    return new SettingsScreen(
        settings,
        new SettingsScreen.DataFolder(
            services.data(),
            services.registers(),
            services.stats(),
            services.exchange().folder(),
            imports),
        desk);
  }

  private EditingScreen editing() {
    return new EditingScreen(
        services.editing(),
        services.registers(),
        services.history().times().as(null).review().impact(),
        services.changes(),
        desk);
  }

  private Screen make(Place place) {
    return switch (place) {
      case LOOKUP -> lookup;
      case SYNC -> sync();
      case NEWS ->
          new NewsScreen(
              services.history(),
              services.browsing().exports(),
              services.clock(),
              services.changes(),
              desk);
      case SETTINGS -> settings();
      case POWERS -> authority();
      case PROCEDURES ->
          new ProceduresScreen(
              services.history().times(),
              services.browsing().exports(),
              cards,
              services.changes(),
              desk);
      case EDITING -> editing();
      case COVERAGE -> new CoverageScreen(services.history().times(), services.changes(), desk);
      case CHECKS ->
          new ChecksScreen(
              services.history().times(), services.browsing().exports(), services.changes(), desk);
      case INSTRUMENTS ->
          new InstrumentsScreen(
              services.history().times(),
              services.browsing().exports(),
              cards,
              services.changes(),
              desk);
    };
  }
}

package vn.roquyen.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.Settings.Language;
import vn.roquyen.platform.Settings.Role;
import vn.roquyen.platform.Settings.Theme;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.StatsService;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.start.FirstStartViewModel;
import vn.roquyen.ui.start.UnitChoice;
import vn.roquyen.ui.sync.WhoPanel;

/** Settings: unit and role, look of the window, and the data with what they hold. */
public final class SettingsScreen implements Screen {

  /** What the screen shows of the data folder. */
  public record DataFolder(
      Path path,
      RegisterSource registers,
      StatsService stats,
      FolderService folder,
      ImportViewModel imports) {}

  private final SettingsViewModel model;
  private final DataFolder data;
  private final Desk desk;
  private final Messages messages;
  private final Background.Lane lane;
  private final DataPanel panel;
  private final WhoPanel identity;
  private final ScrollPane root;

  public SettingsScreen(SettingsViewModel model, DataFolder data, Desk desk) {
    this.model = model;
    this.data = data;
    this.desk = desk;
    this.messages = desk.messages();
    this.lane = desk.background().lane("settings");
    this.identity = new WhoPanel(messages);
    this.panel = new DataPanel(data.path(), data.imports(), desk);
    VBox page =
        Parts.column(
            "rq-page gap-3",
            Parts.label(messages.text("place.settings"), "rq-title"),
            group("settings.who", who()),
            group("settings.look", look()),
            group("settings.data", panel.root()));
    root = Parts.scrolled(page, messages.text("place.settings"));
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void shown() {
    lane.run(
        () -> UnitNames.of(data.registers().current()), this::showIdentity, desk.navigator()::fail);
    lane.runLatest(data.stats()::stats, panel::show, desk.navigator()::fail);
    root.requestFocus();
  }

  @Override
  public void hidden() {}

  private void showIdentity(UnitNames units) {
    lane.run(data.folder()::identity, who -> identity.show(who, units), desk.navigator()::fail);
  }

  private Node group(String key, Node content) {
    return Parts.column("gap-2 rq-panel", Parts.label(messages.text(key), "rq-strong"), content);
  }

  private Node who() {
    Settings now = model.settings().get();
    Label unit = Parts.wrapped("", "rq-strong");
    unit.textProperty().bind(desk.standpoint().map(from -> from.unit().fullName()).orElse("–"));
    Button change = Parts.button(messages.text("settings.unit.change"), this::readCommunes);
    return new Rows()
        .add(messages.text("settings.unit"), Parts.row("gap-2 align-left", unit, change))
        .add(
            messages.text("settings.role"),
            Rows.choice(
                List.of(Role.values()),
                Objects.requireNonNullElse(now.role(), Role.CLERK),
                role -> messages.name("role", role),
                model::choose))
        .add(messages.text("settings.identity"), identity.root())
        .node();
  }

  private Node look() {
    Settings now = model.settings().get();
    List<Integer> sizes = new ArrayList<>();
    for (int size = Settings.SMALLEST_TEXT;
        size <= Settings.LARGEST_TEXT;
        size += SettingsViewModel.TEXT_STEP) {
      sizes.add(size);
    }
    return new Rows()
        .add(
            messages.text("settings.text"),
            Rows.choice(
                sizes,
                now.textPercent(),
                size -> messages.text("settings.percent", size),
                model::setTextPercent))
        .add(
            messages.text("settings.theme"),
            Rows.choice(
                List.of(Theme.values()),
                now.theme(),
                theme -> messages.name("theme", theme),
                model::choose))
        .add(
            messages.text("settings.language"),
            Rows.choice(
                List.of(Language.values()),
                now.language(),
                language -> messages.name("language", language),
                model::choose))
        .node();
  }

  private void readCommunes() {
    lane.run(
        () -> new FirstStartViewModel(data.registers().current().communes().values(), true),
        this::chooseUnit,
        desk.navigator()::fail);
  }

  private void chooseUnit(FirstStartViewModel search) {
    UnitChoice choice = new UnitChoice(search::search, search.unit()::set, messages);
    Button take = Parts.button(messages.text("settings.unit.take"), () -> take(search), "accent");
    take.setDefaultButton(true);
    take.disableProperty().bind(search.unit().isNull());
    Button cancel =
        Parts.button(messages.text("dialog.cancel"), desk.navigator()::closeDialog, "flat");
    desk.navigator()
        .showDialog(
            Parts.column(
                "gap-2 rq-unit-dialog",
                Parts.label(messages.text("start.unit"), "rq-title"),
                choice.root(),
                Parts.row("gap-1", Parts.spacer(), cancel, take)));
    choice.focus();
  }

  private void take(FirstStartViewModel search) {
    desk.navigator().closeDialog();
    Commune chosen = search.unit().get();
    if (chosen != null) {
      model.choose(chosen);
    }
  }
}

package vn.roquyen.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.Settings.Language;
import vn.roquyen.platform.Settings.Role;
import vn.roquyen.platform.Settings.Theme;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.Stats;
import vn.roquyen.service.StatsService;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.importing.FilePicker;
import vn.roquyen.ui.importing.ImportView;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.start.FirstStartViewModel;
import vn.roquyen.ui.start.UnitChoice;

/** Settings: unit, role, look of the window, and the data with what they hold. */
public final class SettingsScreen implements Screen {

  /** What the screen shows of the data folder. */
  public record DataFolder(
      Path path, RegisterSource registers, StatsService stats, ImportViewModel imports) {}

  private final SettingsViewModel model;
  private final DataFolder data;
  private final Desk desk;
  private final Messages messages;
  private final Background.Lane lane;
  private final VBox figures = Parts.column("gap-half");
  private final Label unitName = Parts.wrapped("", "rq-strong");
  private final ScrollPane root;

  public SettingsScreen(SettingsViewModel model, DataFolder data, Desk desk) {
    this.model = model;
    this.data = data;
    this.desk = desk;
    this.messages = desk.messages();
    this.lane = desk.background().lane("settings");
    VBox page =
        Parts.column(
            "rq-page gap-3",
            Parts.label(messages.text("place.settings"), "rq-title"),
            group("settings.who", unit(), role()),
            group("settings.look", textSize(), theme(), language()),
            group("settings.data", folder(), figures, more()));
    root = new ScrollPane(page);
    root.setFitToWidth(true);
    root.getStyleClass().add("rq-card-scroll");
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void shown() {
    lane.runLatest(data.stats()::stats, this::show, desk.navigator()::fail);
  }

  @Override
  public void hidden() {}

  private void show(Stats stats) {
    List<Node> lines = new ArrayList<>();
    String day = Dates.textOrDash(stats.dataDate());
    lines.add(Parts.wrapped(messages.text("settings.upTo", day)));
    for (Entity entity :
        List.of(Entity.POWER, Entity.GRANT, Entity.INSTRUMENT, Entity.PROCEDURE, Entity.COMMUNE)) {
      int count = stats.rows().getOrDefault(entity, 0);
      lines.add(
          Parts.wrapped(
              messages.text("settings.figure", messages.name("entity", entity), count),
              "rq-muted"));
    }
    figures.getChildren().setAll(lines);
  }

  private Node group(String key, Node... rows) {
    VBox group = Parts.column("gap-2 rq-panel", Parts.label(messages.text(key), "rq-strong"));
    group.getChildren().addAll(rows);
    return group;
  }

  private Node row(String key, Node... choice) {
    Label name = Parts.label(messages.text(key), "rq-muted", "rq-setting-name");
    HBox row = Parts.row("gap-2 align-left", name);
    row.getChildren().addAll(choice);
    return row;
  }

  private Node unit() {
    unitName.textProperty().bind(desk.standpoint().map(from -> from.unit().fullName()).orElse("–"));
    Button change = Parts.button(messages.text("settings.unit.change"), this::chooseUnit);
    return row("settings.unit", unitName, change);
  }

  private void chooseUnit() {
    lane.run(
        () -> data.registers().current().communes().values(),
        communes -> {
          FirstStartViewModel search = new FirstStartViewModel(communes, true);
          UnitChoice choice = new UnitChoice(search::search, search.unit()::set, messages);
          Button take =
              Parts.button(
                  messages.text("settings.unit.take"),
                  () -> {
                    Commune chosen = search.unit().get();
                    desk.navigator().closeDialog();
                    if (chosen != null) {
                      model.choose(chosen);
                    }
                  },
                  "accent");
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
        },
        desk.navigator()::fail);
  }

  private Node role() {
    List<ToggleButton> choices = new ArrayList<>();
    for (Role role : Role.values()) {
      choices.add(
          choice(
              messages.name("role", role),
              () -> model.settings().get().role() == role,
              () -> model.choose(role)));
    }
    return row("settings.role", segments(choices));
  }

  private Node theme() {
    List<ToggleButton> choices = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      choices.add(
          choice(
              messages.name("theme", theme),
              () -> model.settings().get().theme() == theme,
              () -> model.choose(theme)));
    }
    return row("settings.theme", segments(choices));
  }

  private Node language() {
    List<ToggleButton> choices = new ArrayList<>();
    for (Language language : Language.values()) {
      choices.add(
          choice(
              messages.name("language", language),
              () -> model.settings().get().language() == language,
              () -> model.choose(language)));
    }
    return row("settings.language", segments(choices));
  }

  private Node textSize() {
    List<ToggleButton> choices = new ArrayList<>();
    for (int percent = Settings.SMALLEST_TEXT;
        percent <= Settings.LARGEST_TEXT;
        percent += SettingsViewModel.TEXT_STEP) {
      int size = percent;
      choices.add(
          choice(
              messages.text("settings.percent", size),
              () -> model.settings().get().textPercent() == size,
              () -> model.setTextPercent(size)));
    }
    return row("settings.text", segments(choices));
  }

  private static ToggleButton choice(String name, Supplier<Boolean> chosen, Runnable choose) {
    ToggleButton button = new ToggleButton(name);
    button.getStyleClass().setAll("rq-segment");
    button.setSelected(chosen.get());
    button.setOnAction(
        event -> {
          button.setSelected(true);
          choose.run();
        });
    return button;
  }

  private static Node segments(List<ToggleButton> choices) {
    ToggleGroup group = new ToggleGroup();
    javafx.scene.layout.FlowPane row = new javafx.scene.layout.FlowPane();
    row.getStyleClass().add("rq-facets");
    choices.forEach(choice -> choice.setToggleGroup(group));
    row.getChildren().setAll(choices);
    return Parts.grow(row);
  }

  private Node folder() {
    Label path = Parts.wrapped(data.path().toString());
    Button copy =
        Parts.iconButton(
            Feather.COPY,
            messages.text("settings.folder.copy"),
            () -> {
              javafx.scene.input.Clipboard.getSystemClipboard()
                  .setContent(
                      java.util.Map.of(
                          javafx.scene.input.DataFormat.PLAIN_TEXT, data.path().toString()));
              desk.navigator().tell(messages.text("settings.folder.copied"));
            });
    return row("settings.folder", path, copy);
  }

  private Node more() {
    FilePicker picker = new FilePicker(messages);
    Consumer<List<Path>> start =
        paths -> {
          if (!paths.isEmpty()) {
            data.imports().start(paths);
          }
        };
    Button files =
        Parts.button(
            Feather.FILE,
            messages.text("importing.pickFiles"),
            () -> start.accept(picker.files(root())));
    Button folder =
        Parts.button(
            Feather.FOLDER,
            messages.text("importing.pickFolder"),
            () -> start.accept(picker.folder(root())));
    data.imports()
        .state()
        .subscribe(
            state -> {
              boolean running = state instanceof ImportViewModel.State.Running;
              files.setDisable(running);
              folder.setDisable(running);
            });
    return Parts.column(
        "gap-2",
        Parts.wrapped(messages.text("settings.more"), "rq-muted"),
        Parts.row("gap-1", files, folder),
        new ImportView(data.imports(), messages).root());
  }
}

package vn.roquyen.ui.sync;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.StoreDraft;
import vn.roquyen.service.StoreDraft.Kind;
import vn.roquyen.service.StoreService.Checked;
import vn.roquyen.service.StoreService.Found;
import vn.roquyen.ui.common.ContentScroll;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.sync.StoresViewModel.Finding;

/** Asks where a shared store is and how to get in, tries it, and keeps it. */
final class StoreForm {
  private final StoresViewModel model;
  private final Messages messages;
  private final Runnable onClosed;
  private final TextField name = new TextField();
  private final TextField place = new TextField();
  private final TextField bucket = new TextField();
  private final TextField region = new TextField();
  private final TextField user = new TextField();
  private final PasswordField password = new PasswordField();
  private final TextField authorities = new TextField();
  private final CheckBox metered;
  private final VBox fields = Parts.column("gap-1");
  private final VBox finding = Parts.column("gap-half");
  private final ProgressIndicator turning = new ProgressIndicator();
  private final boolean isNew;
  private final ContentScroll scrolled;
  private final VBox root;
  private Kind kind;

  /**
   * A form.
   *
   * @param draft what stands in it first
   * @param isNew false when a store is changed, which keeps its name
   */
  StoreForm(
      StoresViewModel model,
      StoreDraft draft,
      boolean isNew,
      Messages messages,
      Runnable onClosed) {
    this.model = model;
    this.messages = messages;
    this.isNew = isNew;
    this.onClosed = onClosed;
    this.kind = draft.kind();
    metered = new CheckBox(messages.text("store.metered"));
    metered.setWrapText(true);
    metered.setMinHeight(Region.USE_PREF_SIZE);
    fill(draft);
    model.begin();
    scrolled = new ContentScroll(Parts.column("gap-2 rq-store-body", fields, metered, finding));
    VBox.setVgrow(scrolled, Priority.SOMETIMES);
    root =
        Parts.column(
            "gap-2 rq-store-form",
            Parts.label(
                isNew ? messages.text("store.add") : messages.text("store.edit", draft.name()),
                "rq-title"),
            kinds(),
            scrolled,
            actions());
    model.finding().subscribe(this::show);
    choose(kind);
  }

  VBox root() {
    return root;
  }

  /** Puts the keyboard where one begins. */
  void focus() {
    scrolled.focusOn(isNew ? name : place);
  }

  /** What stands in the form. */
  StoreDraft draft() {
    boolean folder = kind == Kind.FOLDER;
    String file = authorities.getText().strip();
    return new StoreDraft(
        kind,
        name.getText().strip(),
        place.getText(),
        kind == Kind.S3 ? bucket.getText() : "",
        kind == Kind.S3 ? region.getText() : "",
        folder ? "" : user.getText(),
        folder ? "" : password.getText(),
        folder || file.isEmpty() ? null : new File(file).toPath(),
        metered.isSelected());
  }

  private void fill(StoreDraft draft) {
    name.setText(draft.name());
    name.setDisable(!isNew);
    place.setText(draft.place());
    bucket.setText(draft.bucket());
    region.setText(draft.region());
    user.setText(draft.user());
    metered.setSelected(draft.metered());
    bucket.setPromptText("roquyen/dien-bien");
    region.setPromptText("us-east-1");
    name.setPromptText(messages.text("store.name.prompt"));
    authorities.setPromptText(messages.text("store.authorities.prompt"));
    if (!isNew && draft.kind() != Kind.FOLDER) {
      password.setPromptText(messages.text("store.password.kept"));
    }
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = Parts.flow("rq-facets");
    for (Kind each : Kind.values()) {
      ToggleButton button = new ToggleButton(messages.name("store.kind", each));
      button.getStyleClass().setAll("rq-segment");
      button.setToggleGroup(group);
      button.setSelected(each == kind);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            choose(each);
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private void choose(Kind chosen) {
    kind = chosen;
    List<Node> rows = new ArrayList<>();
    rows.add(field("store.name", name));
    switch (chosen) {
      case FOLDER -> rows.add(with(field("store.folder", place), this::chooseFolder));
      case WEBDAV -> {
        place.setPromptText("https://kho.example.vn/roquyen");
        rows.add(field("store.address", place));
        rows.add(pair(field("store.user", user), field("store.password", password)));
        rows.add(with(field("store.authorities", authorities), this::chooseAuthorities));
      }
      case S3 -> {
        place.setPromptText("https://s3.example.vn");
        rows.add(field("store.endpoint", place));
        rows.add(pair(field("store.bucket", bucket), field("store.region", region)));
        rows.add(pair(field("store.accessKey", user), field("store.secretKey", password)));
        rows.add(with(field("store.authorities", authorities), this::chooseAuthorities));
      }
    }
    if (chosen != Kind.FOLDER) {
      rows.add(Parts.wrapped(messages.text("store.password.where"), "rq-meta"));
    } else {
      place.setPromptText(messages.text("store.folder.prompt"));
    }
    fields.getChildren().setAll(rows);
    model.begin();
  }

  private VBox field(String key, TextField field) {
    Parts.grow(field);
    field.setMaxWidth(Double.MAX_VALUE);
    return Parts.column("gap-half", Parts.caption(messages.text(key), field), field);
  }

  private static Node pair(VBox left, VBox right) {
    left.getStyleClass().add("rq-store-half");
    right.getStyleClass().add("rq-store-half");
    return Parts.row("gap-2", Parts.grow(left), Parts.grow(right));
  }

  private Node with(VBox field, Runnable choose) {
    Button button = Parts.button(Feather.FOLDER, messages.text("store.choose"), choose);
    return Parts.row("gap-1 rq-bottom", Parts.grow(field), button);
  }

  private Node actions() {
    turning.getStyleClass().add("rq-turning");
    turning.setAccessibleText(messages.text("store.trying"));
    Button check =
        Parts.button(Feather.ACTIVITY, messages.text("store.try"), () -> model.check(draft()));
    Button cancel = Parts.button(messages.text("dialog.cancel"), this::close, "flat");
    Button save =
        Parts.button(
            messages.text("store.save"), () -> model.save(draft(), isNew, this::close), "accent");
    save.setDefaultButton(true);
    var empty = place.textProperty().map(String::isBlank);
    // Not while it is tried: a button that is disabled hands the keyboard on, to one that closes.
    check.disableProperty().bind(empty);
    save.disableProperty()
        .bind(empty.flatMap(none -> name.textProperty().map(text -> none || text.isBlank())));
    model.busy().subscribe(on -> Parts.show(turning, on));
    return Parts.row("gap-1 align-left", check, turning, Parts.spacer(), cancel, save);
  }

  private void close() {
    model.begin();
    onClosed.run();
  }

  private void show(@Nullable Finding found) {
    finding.getChildren().clear();
    switch (found) {
      case Finding.Tried tried -> finding.getChildren().add(tried(tried.checked()));
      case Finding.Wrong wrong ->
          finding.getChildren().add(line(Feather.ALERT_TRIANGLE, messages.of(wrong.fault())));
      case null -> {}
    }
    Parts.show(finding, found != null);
  }

  private Node tried(Checked checked) {
    Found found = checked.found();
    if (found == null) {
      return line(
          Feather.ALERT_TRIANGLE, messages.text(checked.state().messageKey(), checked.arguments()));
    }
    Node open = Parts.wrapped(messages.text("store.open"), "rq-meta");
    Parts.show(open, found.open());
    return Parts.column(
        "gap-half rq-store-found",
        Parts.row(
            "gap-1 align-top",
            Icons.of(Feather.CHECK_CIRCLE),
            Parts.grow(Parts.wrapped(messages.text("store.way." + found.way()), "rq-strong"))),
        Parts.wrapped(messages.text("store.content." + found.content())),
        Parts.wrapped(
            messages.text(found.ranges() ? "store.ranges" : "store.ranges.none"), "rq-meta"),
        Parts.wrapped(
            messages.text(found.conditions() ? "store.conditions" : "store.conditions.none"),
            "rq-meta"),
        open);
  }

  private static Node line(Feather icon, String words) {
    return Parts.row("gap-1 align-top rq-note", Icons.of(icon), Parts.grow(Parts.wrapped(words)));
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("store.folder"));
    File chosen = chooser.showDialog(root.getScene().getWindow());
    if (chosen != null) {
      place.setText(chosen.getPath());
    }
  }

  private void chooseAuthorities() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("store.authorities"));
    File chosen = chooser.showOpenDialog(root.getScene().getWindow());
    if (chosen != null) {
      authorities.setText(chosen.getPath());
    }
  }
}

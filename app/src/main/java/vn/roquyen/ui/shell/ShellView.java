package vn.roquyen.ui.shell;

import java.util.Collection;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Dialogs;
import vn.roquyen.ui.common.Hint;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Place;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Toast;

/** The frame of the window. Built in code and light, because it is the first thing that shows. */
public final class ShellView {
  static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass OTHER_DAY = PseudoClass.getPseudoClass("other-day");

  /** Below this many em the rail shows icons only. */
  private static final double COMPACT_EM = 84;

  /** Below this many em a list and a card no longer fit side by side. */
  public static final double NARROW_EM = 64;

  private final ShellViewModel model;
  private final Messages messages;
  private List<Place> places;
  private final TextField search = new TextField();
  private final Label key = Parts.label("", "rq-key");
  private final Label at = Parts.label("", "rq-muted");
  private Rail rail;
  private final StackPane middle = new StackPane();
  private final Node top;
  private final Node bottom;
  private final Label dataStatus = Parts.label("", "rq-meta");
  private final Label countStatus = Parts.label("", "rq-meta");
  private final HBox age = Parts.row("align-left");
  private final BorderPane frame = new BorderPane();
  private final Dialogs dialogs = new Dialogs(frame);
  private final Toast toast = new Toast();
  private final StackPane root = new StackPane(frame, toast.layer(), dialogs.layer());

  public ShellView(ShellViewModel model, Collection<Place> places, Messages messages) {
    this.model = model;
    this.messages = messages;
    this.places = List.copyOf(places);
    this.rail = new Rail(places, model, messages);
    root.getStyleClass().add("rq-shell");
    frame.getStyleClass().add("rq-frame");
    top = new VBox(header(), new NoticeBar(model, messages).root(), otherDayStrip());
    bottom = statusBar();
    frame.setCenter(middle);
    showFrame(true);
    middle.getStyleClass().add("rq-middle");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcuts);
  }

  public StackPane root() {
    return root;
  }

  public TextField search() {
    return search;
  }

  public Dialogs dialogs() {
    return dialogs;
  }

  public Toast toast() {
    return toast;
  }

  /** Puts a screen into the middle. */
  public void show(Node screen) {
    middle.getChildren().setAll(screen);
  }

  /** Shows what is around the screen, or the screen alone as at the first start. */
  public final void showFrame(boolean shown) {
    frame.setTop(shown ? top : null);
    frame.setLeft(shown ? rail.root() : null);
    frame.setBottom(shown ? bottom : null);
  }

  /** Makes the rail anew with other entries. */
  public void setPlaces(Collection<Place> wanted) {
    if (!places.equals(List.copyOf(wanted))) {
      boolean shown = frame.getLeft() != null;
      places = List.copyOf(wanted);
      rail = new Rail(places, model, messages);
      rail.setCompact(root.getPseudoClassStates().contains(COMPACT));
      showFrame(shown);
    }
  }

  /** Fits the frame to a width given in em. */
  public void fit(double widthInEm) {
    root.pseudoClassStateChanged(COMPACT, widthInEm < COMPACT_EM);
    root.pseudoClassStateChanged(NARROW, widthInEm < NARROW_EM);
    rail.setCompact(widthInEm < COMPACT_EM);
    Parts.show(key, widthInEm >= NARROW_EM);
    Parts.show(at, widthInEm >= NARROW_EM);
  }

  /** How old the register is, or that it is a sample; null shows nothing. */
  public void setAge(@Nullable Label chip) {
    age.getChildren().setAll(chip == null ? List.of() : List.of(chip));
  }

  /** What the status bar says of the data. */
  public void setStatus(String data, String count) {
    dataStatus.setText(data);
    countStatus.setText(count);
  }

  /** Brings the keyboard into the search box with its words selected. */
  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private Node header() {
    Label brand = Parts.label(messages.text("app.name"), "rq-brand");
    brand.setGraphic(new Logo());
    HBox header =
        Parts.row("rq-header", brand, searchBox(), dateButton(), Parts.spacer(), unitName());
    return header;
  }

  private Node searchBox() {
    search.setPromptText(messages.text("search.prompt"));
    search.setAccessibleText(messages.text("search.name"));
    search.getStyleClass().add("rq-search-field");
    search.textProperty().bindBidirectional(model.query());
    key.setText(messages.text("search.key"));
    key.setMinWidth(Region.USE_PREF_SIZE);
    HBox box =
        Parts.row("rq-search", Icons.of(Feather.SEARCH, "rq-muted"), Parts.grow(search), key);
    search
        .focusedProperty()
        .subscribe(
            focused ->
                box.pseudoClassStateChanged(PseudoClass.getPseudoClass("searching"), focused));
    box.setOnMousePressed(event -> search.requestFocus());
    return box;
  }

  private Node dateButton() {
    Button button = Parts.button("", this::chooseDate, "rq-date");
    at.setText(messages.text("date.at"));
    Label day = Parts.label("", "rq-strong");
    day.textProperty().bind(model.date().map(Dates::text));
    HBox words = Parts.row("gap-1 align-left", Icons.of(Feather.CALENDAR, "rq-muted"), at, day);
    button.setGraphic(words);
    button.accessibleTextProperty().bind(day.textProperty().map(this::dateName));
    Hint.on(button, messages.text("date.tooltip"));
    model.otherDay().subscribe(other -> button.pseudoClassStateChanged(OTHER_DAY, other));
    return button;
  }

  private String dateName(String day) {
    return messages.text("date.at") + " " + day;
  }

  private Node unitName() {
    Label name = Parts.label("", "rq-strong", "rq-unit");
    name.textProperty().bind(model.standpoint().map(this::unitText).orElse(""));
    name.setGraphic(Icons.of(Feather.MAP_PIN, "rq-muted"));
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.visibleProperty().bind(name.textProperty().isNotEmpty());
    return name;
  }

  private String unitText(@Nullable Standpoint standpoint) {
    return standpoint == null ? "" : standpoint.unit().fullName();
  }

  private Node otherDayStrip() {
    Label words = Parts.wrapped("", "rq-strong");
    Button back = Parts.button(messages.text("date.back"), model::backToToday, "rq-link");
    HBox strip = Parts.row("gap-2 align-left rq-other-day", Icons.of(Feather.CLOCK), words, back);
    strip.setAccessibleText(messages.text("date.tooltip"));
    model
        .otherDay()
        .subscribe(
            other -> {
              words.setText(otherDayWords());
              Parts.show(strip, other);
            });
    return strip;
  }

  private String otherDayWords() {
    String key = model.known() == null ? "date.other" : "date.known";
    return messages.text(key, Dates.text(model.date().get()), Dates.text(model.today()));
  }

  private Node statusBar() {
    return Parts.row("rq-status", dataStatus, age, Parts.spacer(), countStatus);
  }

  private void chooseDate() {
    dialogs.open(new DateChoice(model, messages, dialogs::close).content());
  }

  private void shortcuts(KeyEvent event) {
    if (dialogs.isOpen()) {
      return;
    }
    if (new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN).match(event)) {
      focusSearch();
      event.consume();
    } else if (new KeyCodeCombination(KeyCode.D, KeyCombination.ALT_DOWN).match(event)) {
      chooseDate();
      event.consume();
    } else if (event.isAltDown() && event.getCode().isDigitKey()) {
      // As on the keyboard, 0 stands for the tenth entry.
      int number =
          event.getCode() == KeyCode.DIGIT0
              ? 9
              : event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
      if (number >= 0 && number < places.size()) {
        model.place().set(places.get(number));
        event.consume();
      }
    }
  }
}

package vn.roquyen.ui.start;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Parts;

/** Chooses a commune from a list that narrows while one types its name, old or new. */
public final class UnitChoice {
  private final Messages messages;
  private final TextField search = new TextField();
  private final ListView<Commune> list = new ListView<>();
  private final VBox root;

  /**
   * @param find the communes for the words typed
   * @param onChosen told each time another commune is chosen
   */
  public UnitChoice(
      Function<String, List<Commune>> find, Consumer<Commune> onChosen, Messages messages) {
    this.messages = messages;
    search.setPromptText(messages.text("unit.prompt"));
    search.setAccessibleText(messages.text("unit.prompt"));
    list.setAccessibleText(messages.text("unit.list"));
    list.getStyleClass().addAll("rq-unit-list", "edge-to-edge");
    list.setPlaceholder(Parts.wrapped(messages.text("unit.none"), "rq-muted"));
    list.setCellFactory(view -> new UnitCell());
    search.textProperty().subscribe(words -> list.getItems().setAll(find.apply(words)));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::moveInList);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            commune -> {
              if (commune != null) {
                onChosen.accept(commune);
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    root = Parts.column("gap-1 rq-unit-choice", search, list);
  }

  public VBox root() {
    return root;
  }

  /** Shows which commune is chosen. */
  public void select(@Nullable Commune commune) {
    if (commune != null) {
      list.getSelectionModel().select(commune);
      list.scrollTo(commune);
    }
  }

  public void focus() {
    search.requestFocus();
  }

  private void moveInList(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
      int next = list.getSelectionModel().getSelectedIndex() + step;
      if (next >= 0 && next < list.getItems().size()) {
        list.getSelectionModel().select(next);
        list.scrollTo(next);
      }
      event.consume();
    }
  }

  private final class UnitCell extends ListCell<Commune> {
    private final Label name = Parts.label("", "rq-strong");
    private final Label formedFrom = Parts.label("", "rq-meta");
    private final VBox content = Parts.column("", name, formedFrom);

    UnitCell() {
      getStyleClass().add("rq-unit-cell");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Commune commune, boolean empty) {
      super.updateItem(commune, empty);
      if (empty || commune == null) {
        setGraphic(null);
        return;
      }
      name.setText(commune.fullName());
      boolean known = !commune.predecessors().isEmpty();
      formedFrom.setText(
          known
              ? messages.text("unit.formedFrom", String.join(", ", commune.predecessors()))
              : commune.code());
      setGraphic(content);
    }
  }
}

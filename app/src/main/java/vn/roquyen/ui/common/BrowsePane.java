package vn.roquyen.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The left half of a screen that browses: a filter field, plates that narrow, how many rows are
 * left, the rows, and what to do when there are none. The screen says what happens.
 */
public final class BrowsePane<T> {

  /** What a person does in the list. */
  public interface Acts<T> {

    /** Words were typed into the filter field. */
    void filter(String words);

    /** A row was chosen. */
    void choose(T row);

    /** All filters are to be taken away. */
    void widen();

    /** What is shown is to be written into the file, which is then handed over. */
    void export(Path file, Consumer<Path> onDone);
  }

  private final String file;
  private final Desk desk;
  private final Acts<T> acts;
  private final TextField filter = new TextField();
  private final HBox orders = Parts.row("gap-1 align-left");
  private final FlowPane facets = new FlowPane();
  private final Label summary = Parts.label("", "rq-muted");
  private final Button widen;
  private final ListView<T> rows = new ListView<>();
  private final Label more = Parts.wrapped("", "rq-meta", "rq-more");
  private final VBox nothing = Parts.column("rq-nothing gap-2");
  private final VBox head;
  private final VBox root;
  private boolean isFilling;

  /**
   * @param name what the list holds, for screen readers
   * @param prompt what can be typed into the filter field
   * @param file name that is suggested for a file with what is shown, without its ending
   * @param cells makes the cells of the rows
   */
  public BrowsePane(
      String name,
      String prompt,
      String file,
      Desk desk,
      Supplier<ListCell<T>> cells,
      Acts<T> acts) {
    this.file = file;
    this.desk = desk;
    this.acts = acts;
    filter.getStyleClass().add("rq-filter");
    filter.setPromptText(prompt);
    filter.setAccessibleText(prompt);
    filter.textProperty().subscribe((before, now) -> acts.filter(now));
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    facets.getStyleClass().add("rq-facets");
    rows.setCellFactory(list -> cells.get());
    rows.getStyleClass().addAll("rq-hits", "edge-to-edge");
    rows.setAccessibleText(name);
    rows.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    widen = Parts.button(desk.messages().text("browse.widen"), acts::widen, "rq-link");
    Button export =
        Parts.iconButton(Feather.DOWNLOAD, desk.messages().text("browse.export"), this::export);
    head =
        Parts.column(
            "rq-list-head",
            Parts.row("gap-1 align-left", Parts.grow(filter), export),
            facets,
            Parts.row("gap-1 align-left", summary, widen, Parts.spacer(), orders));
    VBox.setVgrow(rows, Priority.ALWAYS);
    VBox.setVgrow(nothing, Priority.ALWAYS);
    Parts.show(more, false);
    root = Parts.column("rq-list-pane", head, rows, more, nothing);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::paneKey);
  }

  public Region root() {
    return root;
  }

  public ListView<T> rows() {
    return rows;
  }

  /**
   * Puts what tells of the chosen row beside the list. A pressed row brings it to the front and
   * leaves the keyboard in the list; Enter brings the keyboard to it.
   *
   * @param focus brings the keyboard to the detail
   */
  public SideBySide beside(Node detail, Runnable focus) {
    SideBySide both = new SideBySide(root, detail, desk.messages().text("browse.back"));
    rows.setOnMouseClicked(event -> both.showDetail());
    rows.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            both.showDetail();
            focus.run();
            event.consume();
          }
        });
    return both;
  }

  /** Puts something above the filter field. */
  public void setTop(Node top) {
    head.getChildren().addFirst(top);
  }

  /** Brings the keyboard into the filter field. */
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /** Shows the plates that narrow, and how the rows can be ordered. */
  public void setFacets(List<? extends Node> plates, Node order) {
    Parts.replace(facets, plates);
    Parts.replace(orders, List.of(order));
  }

  /**
   * Shows rows in place of the former ones.
   *
   * @param count a sentence that says how many
   * @param isNarrowed true when a filter leaves something out
   */
  public void fill(List<T> shown, @Nullable T chosen, String count, boolean isNarrowed) {
    summary.setText(count);
    Parts.show(widen, isNarrowed);
    isFilling = true;
    if (!rows.getItems().equals(shown)) {
      rows.getItems().setAll(shown);
    }
    isFilling = false;
    mark(chosen);
    Parts.show(rows, !shown.isEmpty());
    Parts.show(nothing, shown.isEmpty());
  }

  /** Says below the rows that there are more of them; an empty sentence says nothing. */
  public void setMore(String sentence) {
    more.setText(sentence);
    Parts.show(more, !sentence.isEmpty());
  }

  /** What stands in place of the rows until the first ones are there. */
  public void setLoading(String sentence) {
    nothing.getChildren().setAll(Parts.wrapped(sentence, "rq-muted"));
    Parts.show(rows, false);
    Parts.show(nothing, true);
    Parts.show(widen, false);
  }

  /** What stands in place of the rows when there are none. */
  public void setNothing(String what, String advice, boolean isNarrowed) {
    nothing
        .getChildren()
        .setAll(Parts.wrapped(what, "rq-strong"), Parts.wrapped(advice, "rq-muted"));
    if (isNarrowed) {
      nothing.getChildren().add(Parts.button(desk.messages().text("browse.widen"), acts::widen));
    }
  }

  /** Puts words into the filter field, as when the filter was taken away elsewhere. */
  public void setFilter(String words) {
    if (!filter.getText().equals(words)) {
      filter.setText(words);
    }
  }

  /** Marks the chosen row and brings it into view. */
  public void mark(@Nullable T row) {
    if (Objects.equals(rows.getSelectionModel().getSelectedItem(), row)) {
      return;
    }
    isFilling = true;
    int index = row == null ? -1 : rows.getItems().indexOf(row);
    if (index < 0) {
      rows.getSelectionModel().clearSelection();
    } else {
      rows.getSelectionModel().clearAndSelect(index);
      rows.getFocusModel().focus(index);
      rows.scrollTo(Math.max(0, index - 2));
    }
    isFilling = false;
  }

  private void chosen(@Nullable T row) {
    if (!isFilling && row != null) {
      acts.choose(row);
    }
  }

  private void filterKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      // While there are no rows the keyboard stays here, and does not wander to the rail.
      if (!rows.getItems().isEmpty()) {
        rows.requestFocus();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    }
  }

  private void export() {
    SaveDialog.saveTable(root, file, desk, acts::export);
  }

  private void paneKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      focusFilter();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
      export();
      event.consume();
    }
  }
}

package vn.roquyen.ui.common;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.PlainLetters;

/** A dialog with many values to choose from; typing narrows them, with or without diacritics. */
public final class ChoiceList<T> {
  private static final double INDENT_EM = 1.4;

  private final List<Choice<T>> choices;
  private final Desk desk;
  private final Consumer<@Nullable T> onChosen;
  private final TextField typed = new TextField();
  private final ListView<Choice<T>> list = new ListView<>();
  private final VBox content;

  /**
   * @param onChosen told the value, or null for all of them
   */
  public ChoiceList(
      String title, List<Choice<T>> choices, Desk desk, Consumer<@Nullable T> onChosen) {
    this.choices = choices;
    this.desk = desk;
    this.onChosen = onChosen;
    typed.getStyleClass().add("rq-filter");
    typed.setPromptText(desk.messages().text("choice.prompt"));
    typed.setAccessibleText(desk.messages().text("choice.prompt"));
    typed.textProperty().subscribe(words -> narrow(words));
    typed.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
    typed.setOnAction(event -> accept());
    list.setCellFactory(view -> new Row<>());
    list.getStyleClass().addAll("rq-choices", "edge-to-edge");
    list.setAccessibleText(title);
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            accept();
          }
        });
    list.setOnMouseClicked(event -> accept());
    Button every = Parts.button(desk.messages().text("facet.every"), () -> choose(null), "flat");
    Button cancel =
        Parts.button(desk.messages().text("dialog.cancel"), desk.navigator()::closeDialog, "flat");
    content =
        Parts.column(
            "gap-2 rq-choice-list",
            Parts.label(title, "rq-title"),
            typed,
            list,
            Parts.row("gap-1", every, Parts.spacer(), cancel));
    content.focusedProperty().subscribe((before, now) -> typed.requestFocus());
  }

  /** What the dialog shows. */
  public VBox content() {
    return content;
  }

  private void narrow(String words) {
    list.getItems()
        .setAll(
            choices.stream()
                .filter(choice -> PlainLetters.containsWords(choice.name(), words))
                .sorted(Comparator.comparing(choice -> !beginsWith(choice, words)))
                .toList());
    list.getSelectionModel().selectFirst();
  }

  private static boolean beginsWith(Choice<?> choice, String words) {
    return PlainLetters.of(choice.name()).startsWith(PlainLetters.of(words));
  }

  private void accept() {
    Choice<T> choice = list.getSelectionModel().getSelectedItem();
    if (choice != null) {
      choose(choice.value());
    }
  }

  private void choose(@Nullable T value) {
    desk.navigator().closeDialog();
    onChosen.accept(value);
  }

  /** A value, indented as deep as it stands in its tree. */
  private static final class Row<T> extends ListCell<Choice<T>> {
    @Override
    protected void updateItem(@Nullable Choice<T> choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(empty || choice == null ? null : indent(choice.depth()) + choice.label());
    }

    private static String indent(int depth) {
      return "\u2003".repeat((int) Math.round(depth * INDENT_EM));
    }
  }
}

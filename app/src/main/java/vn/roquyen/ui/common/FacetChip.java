package vn.roquyen.ui.common;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The round plates above a list that narrow it. */
public final class FacetChip {
  /** A menu longer than this is a list with a filter of its own. */
  private static final int LONG_MENU = 12;

  private FacetChip() {}

  /** A plate that is pressed while its value is chosen. */
  public static ToggleButton toggle(String text, boolean chosen, Runnable action) {
    ToggleButton chip = new ToggleButton(text);
    chip.getStyleClass().setAll("rq-facet");
    chip.setSelected(chosen);
    chip.setOnAction(
        event -> {
          chip.setSelected(chosen);
          action.run();
        });
    return chip;
  }

  /**
   * A plate that opens a choice of values, or "all". It bears the name of the chosen value.
   *
   * @param name what is chosen, such as "Lĩnh vực"
   */
  public static <T> ButtonBase choice(
      String name,
      List<Choice<T>> choices,
      @Nullable T chosen,
      Desk desk,
      Consumer<@Nullable T> onChosen) {
    String text =
        choices.stream()
            .filter(choice -> Objects.equals(choice.value(), chosen))
            .map(Choice::name)
            .findFirst()
            .orElse(name);
    ButtonBase chip =
        choices.size() > LONG_MENU
            ? longChoice(text, name, choices, desk, onChosen)
            : menu(text, choices, chosen, desk, onChosen);
    chip.setMnemonicParsing(false);
    chip.setAccessibleText(
        name + ": " + (chosen == null ? desk.messages().text("facet.every") : text));
    if (chosen != null) {
      chip.getStyleClass().add("chosen");
    }
    return chip;
  }

  /** A plate that opens a choice of orders. */
  public static <T> MenuButton order(List<Choice<T>> orders, T chosen, Consumer<T> onChosen) {
    MenuButton chip = new MenuButton();
    chip.getStyleClass().setAll("rq-facet", "rq-facet-menu");
    for (Choice<T> order : orders) {
      if (order.value().equals(chosen)) {
        chip.setText(order.name());
      }
      chip.getItems().add(item(order.name(), () -> onChosen.accept(order.value())));
    }
    return chip;
  }

  private static <T> MenuButton menu(
      String text,
      List<Choice<T>> choices,
      @Nullable T chosen,
      Desk desk,
      Consumer<@Nullable T> onChosen) {
    MenuButton chip = new MenuButton(text);
    chip.getStyleClass().setAll("rq-facet", "rq-facet-menu");
    if (chosen != null) {
      chip.getItems().add(item(desk.messages().text("facet.every"), () -> onChosen.accept(null)));
    }
    choices.forEach(
        choice -> chip.getItems().add(item(choice.label(), () -> onChosen.accept(choice.value()))));
    return chip;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static <T> Button longChoice(
      String text,
      String name,
      List<Choice<T>> choices,
      Desk desk,
      Consumer<@Nullable T> onChosen) {
    Button chip = new Button(text);
    chip.getStyleClass().setAll("rq-facet");
    Region arrow = new Region();
    arrow.getStyleClass().add("arrow");
    chip.setGraphic(arrow);
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setOnAction(
        event ->
            desk.navigator().showDialog(new ChoiceList<>(name, choices, desk, onChosen).content()));
    return chip;
  }
}

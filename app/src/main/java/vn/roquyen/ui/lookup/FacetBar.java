package vn.roquyen.ui.lookup;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.FacetCounts;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.platform.Messages;

/** Narrows the results: by kind, field, mode, level and whether they are in force. */
final class FacetBar {
  private static final Set<RecordKind> ALL = EnumSet.allOf(RecordKind.class);

  private final Messages messages;
  private final Consumer<SearchFilter> onChange;
  private final FlowPane root = new FlowPane();

  FacetBar(Messages messages, Consumer<SearchFilter> onChange) {
    this.messages = messages;
    this.onChange = onChange;
    root.getStyleClass().add("rq-facets");
  }

  Node root() {
    return root;
  }

  /** Shows the facets of what was found; those that would not narrow anything are left out. */
  void show(FacetCounts counts, SearchFilter filter) {
    root.getChildren().clear();
    kinds(counts, filter);
    menus(counts, filter);
    if (counts.inForce() > 0 || filter.inForceOnly()) {
      add(inForce(counts.inForce(), filter));
    }
  }

  private void kinds(FacetCounts counts, SearchFilter filter) {
    int all = counts.kinds().values().stream().mapToInt(Integer::intValue).sum();
    add(kind(messages.text("facet.all"), all, ALL, filter));
    for (RecordKind kind : RecordKind.values()) {
      int count = counts.kinds().getOrDefault(kind, 0);
      if (count > 0 || filter.kinds().equals(EnumSet.of(kind))) {
        add(kind(messages.name("kind.short", kind), count, EnumSet.of(kind), filter));
      }
    }
  }

  private void menus(FacetCounts counts, SearchFilter filter) {
    add(
        menu(
            "facet.field",
            counts.fields(),
            filter.field(),
            name -> name,
            field ->
                new SearchFilter(
                    filter.kinds(), field, filter.mode(), filter.level(), filter.inForceOnly())));
    add(
        menu(
            "facet.mode",
            counts.modes(),
            filter.mode(),
            mode -> messages.name("mode", mode),
            mode ->
                new SearchFilter(
                    filter.kinds(), filter.field(), mode, filter.level(), filter.inForceOnly())));
    add(
        menu(
            "facet.level",
            counts.levels(),
            filter.level(),
            level -> messages.name("level", level),
            level ->
                new SearchFilter(
                    filter.kinds(), filter.field(), filter.mode(), level, filter.inForceOnly())));
  }

  private void add(@Nullable Node chip) {
    if (chip != null) {
      root.getChildren().add(chip);
    }
  }

  private ToggleButton kind(String name, int count, Set<RecordKind> kinds, SearchFilter filter) {
    boolean chosen = filter.kinds().equals(kinds);
    return toggle(count(name, count), chosen, () -> onChange.accept(filter.withKinds(kinds)));
  }

  private ToggleButton inForce(int count, SearchFilter filter) {
    return toggle(
        count(messages.text("facet.inForce"), count),
        filter.inForceOnly(),
        () ->
            onChange.accept(
                new SearchFilter(
                    filter.kinds(),
                    filter.field(),
                    filter.mode(),
                    filter.level(),
                    !filter.inForceOnly())));
  }

  private static ToggleButton toggle(String text, boolean chosen, Runnable action) {
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

  private <T> @Nullable MenuButton menu(
      String key,
      Map<T, Integer> counts,
      @Nullable T chosen,
      Function<T, String> name,
      Function<@Nullable T, SearchFilter> narrowed) {
    if (chosen == null && counts.size() < 2) {
      return null;
    }
    MenuButton chip = new MenuButton(chosen == null ? messages.text(key) : name.apply(chosen));
    chip.getStyleClass().setAll("rq-facet", "rq-facet-menu");
    if (chosen != null) {
      chip.getStyleClass().add("chosen");
      MenuItem every = new MenuItem(messages.text("facet.every"));
      every.setOnAction(event -> onChange.accept(narrowed.apply(null)));
      chip.getItems().add(every);
    }
    counts.forEach(
        (value, count) -> {
          MenuItem item = new MenuItem(count(name.apply(value), count));
          item.setMnemonicParsing(false);
          item.setOnAction(event -> onChange.accept(narrowed.apply(value)));
          chip.getItems().add(item);
        });
    return chip;
  }

  private static String count(String name, int count) {
    return count == 0 ? name : name + " " + count;
  }
}

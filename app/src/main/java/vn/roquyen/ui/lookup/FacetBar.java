package vn.roquyen.ui.lookup;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.FacetCounts;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Choice;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FacetChip;

/** Narrows the results: by kind, field, mode, level and whether they are in force. */
final class FacetBar {
  private static final Set<RecordKind> ALL = EnumSet.allOf(RecordKind.class);

  private final Desk desk;
  private final Messages messages;
  private final Consumer<SearchFilter> onChange;
  private final FlowPane root = new FlowPane();

  FacetBar(Desk desk, Consumer<SearchFilter> onChange) {
    this.desk = desk;
    this.messages = desk.messages();
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

  private Node kind(String name, int count, Set<RecordKind> kinds, SearchFilter filter) {
    boolean chosen = filter.kinds().equals(kinds);
    return FacetChip.toggle(
        count(name, count), chosen, () -> onChange.accept(filter.withKinds(kinds)));
  }

  private Node inForce(int count, SearchFilter filter) {
    return FacetChip.toggle(
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

  private <T> @Nullable Node menu(
      String key,
      Map<T, Integer> counts,
      @Nullable T chosen,
      Function<T, String> name,
      Function<@Nullable T, SearchFilter> narrowed) {
    if (chosen == null && counts.size() < 2) {
      return null;
    }
    List<Choice<T>> choices =
        counts.entrySet().stream()
            .map(each -> new Choice<>(each.getKey(), name.apply(each.getKey()), each.getValue()))
            .toList();
    return FacetChip.choice(
        desk.messages().text(key),
        choices,
        chosen,
        desk,
        value -> onChange.accept(narrowed.apply(value)));
  }

  private static String count(String name, int count) {
    return count == 0 ? name : name + " " + count;
  }
}

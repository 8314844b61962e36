package vn.roquyen.ui.news;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Acknowledgement;
import vn.roquyen.domain.Commune;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Acknowledgements.Standing;
import vn.roquyen.ui.common.BrowsePane;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FacetChip;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;
import vn.roquyen.ui.common.SideBySide;
import vn.roquyen.ui.news.StandingsViewModel.Filter;
import vn.roquyen.ui.news.StandingsViewModel.Shown;

/**
 * The grants to communes at the left, who confirmed the chosen one and who has not at the right.
 */
final class StandingsList implements BrowsePane.Acts<Standing> {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final Desk desk;
  private final Messages messages;
  private final StandingsViewModel model;
  private final BrowsePane<Standing> list;
  private final VBox content = Parts.column("rq-card");
  private final ScrollPane scroll;
  private final SideBySide both;

  StandingsList(StandingsViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.messages = desk.messages();
    list =
        new BrowsePane<>(
            messages.text("standings.list"),
            messages.text("standings.prompt"),
            messages.text("standings.file"),
            desk,
            () -> new Cell(messages),
            this);
    list.root().getStyleClass().add("rq-wide-list");
    this.scroll = Parts.scrolled(content, messages.text("standings.card"));
    both = list.beside(scroll, scroll::requestFocus);
    model.shown().subscribe(this::show);
    model.selected().subscribe(this::show);
  }

  SideBySide root() {
    return both;
  }

  void focus() {
    list.focusFilter();
  }

  @Override
  public void filter(String words) {
    model.narrow(new Filter(words, model.filter().missing()));
  }

  @Override
  public void choose(Standing row) {
    model.select(row);
  }

  @Override
  public void widen() {
    list.setFilter("");
    model.narrow(new Filter("", false));
  }

  @Override
  public void export(Path file, Consumer<Path> onDone) {
    model.export(file, desk.messages(), onDone);
  }

  private void show(@Nullable Shown shown) {
    if (shown != null) {
      Filter filter = model.filter();
      list.setFacets(
          List.of(
              FacetChip.toggle(
                  messages.text("standings.missing", shown.incomplete()),
                  filter.missing(),
                  () ->
                      model.narrow(new Filter(model.filter().text(), !model.filter().missing())))),
          Parts.spacer());
      list.fill(
          shown.rows(),
          model.selected().get(),
          messages.text("standings.count", shown.rows().size()),
          filter.narrows());
      list.setNothing(
          messages.text(shown.all() == 0 ? "standings.empty" : "standings.nothing"),
          messages.text(shown.all() == 0 ? "standings.empty.advice" : "standings.nothing.advice"),
          filter.narrows());
    }
  }

  private void show(@Nullable Standing standing) {
    list.mark(standing);
    scroll.setVvalue(0);
    if (standing == null) {
      content
          .getChildren()
          .setAll(Parts.emptyCard(Feather.USERS, messages.text("standings.card.none")));
      return;
    }
    List<Node> sections = new ArrayList<>();
    sections.add(
        Parts.column(
            "gap-1",
            Parts.wrapped(standing.title(), "rq-title"),
            Parts.wrapped(figure(standing, messages), "rq-strong")));
    if (standing.basis() != null) {
      sections.add(section("news.line.basis", Parts.wrapped(standing.basis())));
    }
    sections.add(section("standings.not", names(standing.missing())));
    sections.add(section("standings.yes", confirmed(standing.confirmed())));
    content.getChildren().setAll(sections);
  }

  private Node names(List<Commune> communes) {
    return communes.isEmpty()
        ? Parts.wrapped(messages.text("standings.none.missing"), "rq-muted")
        : Parts.flow(
            "rq-facets",
            communes.stream()
                .map(commune -> Chip.plain(commune.fullName()))
                .toArray(Region[]::new));
  }

  private Node confirmed(List<Acknowledgement> given) {
    if (given.isEmpty()) {
      return Parts.wrapped(messages.text("standings.none.yet"), "rq-muted");
    }
    VBox lines = Parts.column("gap-half");
    for (Acknowledgement one : given) {
      lines
          .getChildren()
          .add(
              Parts.wrapped(
                  messages.text(
                      "standings.by",
                      one.unit(),
                      one.author(),
                      Dates.text(one.on()),
                      one.appointed())));
    }
    return lines;
  }

  private VBox section(String key, Node body) {
    String head = messages.text(key).toUpperCase(VIETNAMESE);
    return Parts.column("gap-1", Parts.label(head, "rq-head"), body);
  }

  private static String figure(Standing standing, Messages messages) {
    return messages.text("standings.figure", standing.confirmed().size(), standing.units());
  }

  /** One grant with how many communes confirmed it. */
  private static final class Cell extends RowCell<Standing> {
    private static final int LONG_TITLE = 120;

    private final Messages messages;
    private final Label title = Parts.wrapped("", "rq-strong");
    private final Label figure = Parts.wrapped("", "rq-meta");

    Cell(Messages messages) {
      this.messages = messages;
      HBox head = Parts.row("gap-1 align-top", Parts.grow(title));
      setContent(Parts.column("", head, figure));
    }

    @Override
    protected String fill(Standing standing) {
      title.setText(Parts.brief(standing.title(), LONG_TITLE));
      figure.setText(figure(standing, messages) + " · " + standing.grantId());
      return title.getText() + ". " + figure.getText();
    }
  }
}

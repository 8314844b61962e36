package vn.roquyen.ui.news;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DifferenceService.Axis;
import vn.roquyen.service.NewsItem;
import vn.roquyen.ui.common.BrowsePane;
import vn.roquyen.ui.common.Choice;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FacetChip;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.SideBySide;
import vn.roquyen.ui.news.NewsViewModel.Shown;

/** What changed for the commune at the left, the chosen item at the right. */
final class NewsList implements BrowsePane.Acts<NewsItem> {
  private static final int WEEK = 7;
  private static final int MONTH = 30;

  private final Desk desk;
  private final NewsViewModel model;
  private final BrowsePane<NewsItem> list;
  private final NewsPane pane;
  private final SideBySide both;
  private final Label ofToday;

  /** Which two days a person can ask for. */
  private enum Span {
    EXCHANGE,
    WEEK,
    MONTH,
    OTHER
  }

  NewsList(NewsViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    Messages messages = desk.messages();
    list =
        new BrowsePane<>(
            messages.text("news.list"),
            messages.text("news.prompt"),
            messages.text("news.file"),
            desk,
            () -> new NewsCell(messages),
            this);
    list.root().getStyleClass().add("rq-wide-list");
    list.setLoading(messages.text("news.loading"));
    ofToday = Parts.wrapped(messages.text("news.today"), "rq-meta");
    Parts.show(ofToday, false);
    list.setTop(ofToday);
    pane = new NewsPane(model, desk);
    both = list.beside(pane.root(), pane::focus);
    model.shown().subscribe(this::show);
    model.selected().subscribe(item -> list.mark(item));
  }

  SideBySide root() {
    return both;
  }

  void focus() {
    list.focusFilter();
  }

  @Override
  public void filter(String words) {
    model.narrow(model.filter().get().withText(words));
  }

  @Override
  public void choose(NewsItem row) {
    model.select(row);
  }

  @Override
  public void widen() {
    list.setFilter("");
    model.narrow(NewsFilter.ALL);
  }

  @Override
  public void export(Path file, Consumer<Path> onDone) {
    model.export(file, desk.messages(), onDone);
  }

  private void show(@Nullable Shown shown) {
    if (shown == null) {
      return;
    }
    Messages messages = desk.messages();
    Parts.show(ofToday, shown.otherDay() && shown.isDigest());
    list.setFacets(plates(shown), spans(shown));
    list.fill(
        shown.rows(),
        model.selected().get(),
        messages.text("news.count", shown.left()),
        model.filter().get().narrows());
    int hidden = shown.left() - shown.rows().size();
    list.setMore(hidden == 0 ? "" : messages.text("news.more", hidden));
    if (shown.all() == 0) {
      list.setNothing(nothing(shown), messages.text("news.empty.advice"), false);
    } else {
      list.setNothing(messages.text("news.nothing"), messages.text("news.nothing.advice"), true);
    }
  }

  private String nothing(Shown shown) {
    return desk.messages()
        .text(
            shown.isDigest() ? "news.empty" : "news.empty.period",
            Dates.text(shown.period().from()),
            Dates.text(shown.period().to()));
  }

  private List<Node> plates(Shown shown) {
    Messages messages = desk.messages();
    NewsFilter filter = model.filter().get();
    List<Node> plates = new ArrayList<>();
    plates.add(
        FacetChip.choice(
            messages.text("news.kind"),
            shown.kinds().entrySet().stream()
                .map(
                    kind ->
                        new Choice<>(
                            kind.getKey(),
                            messages.name("news.kind", kind.getKey()),
                            kind.getValue()))
                .toList(),
            filter.kind(),
            desk,
            kind -> model.narrow(model.filter().get().withKind(kind))));
    if (shown.isDigest()) {
      plates.add(
          FacetChip.toggle(
              messages.text("news.todo", shown.todo()),
              filter.asks(),
              () -> model.narrow(model.filter().get().withAsks(!filter.asks()))));
    }
    plates.add(
        FacetChip.toggle(
            messages.text("news.here", shown.here()),
            filter.here(),
            () -> model.narrow(model.filter().get().withHere(!filter.here()))));
    return plates;
  }

  private Node spans(Shown shown) {
    Messages messages = desk.messages();
    List<Choice<Span>> spans = new ArrayList<>();
    for (Span span : Span.values()) {
      spans.add(new Choice<>(span, messages.name("news.span", span), 0));
    }
    MenuButton chip = FacetChip.order(spans, Span.OTHER, span -> go(span, shown));
    String key =
        shown.period().axis() == Axis.FORCE
            ? "news.span.force"
            : shown.isDigest() ? "news.span.since" : "news.span.known";
    chip.setText(
        messages.text(key, Dates.text(shown.period().from()), Dates.text(shown.period().to())));
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return Parts.row("", chip);
  }

  private void go(Span span, Shown shown) {
    switch (span) {
      case EXCHANGE -> model.sinceLastExchange();
      case WEEK -> model.lastDays(WEEK);
      case MONTH -> model.lastDays(MONTH);
      case OTHER ->
          desk.navigator()
              .showDialog(new PeriodChoice(shown.period(), desk, model::compare).content());
    }
  }
}

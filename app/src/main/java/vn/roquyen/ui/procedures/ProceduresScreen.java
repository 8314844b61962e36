package vn.roquyen.ui.procedures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CatalogueFilter;
import vn.roquyen.service.CatalogueFilter.Order;
import vn.roquyen.service.CataloguePage;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.ProcedureLine;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.card.CardBeside;
import vn.roquyen.ui.card.CardViewModel;
import vn.roquyen.ui.common.BrowsePane;
import vn.roquyen.ui.common.Choice;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FacetChip;
import vn.roquyen.ui.common.Screen;

/** The catalogue of procedures at the left, the card of the chosen one at the right. */
public final class ProceduresScreen implements Screen, BrowsePane.Acts<ProcedureLine> {
  private final Desk desk;
  private final ProceduresViewModel model;
  private final BrowsePane<ProcedureLine> list;
  private final CardBeside card;

  public ProceduresScreen(
      TimeMachine times,
      ExportService export,
      CardViewModel.Sources sources,
      DataChanges changes,
      Desk desk) {
    this.desk = desk;
    Messages messages = desk.messages();
    this.model = new ProceduresViewModel(times, export, desk.workplace("procedures"));
    this.list =
        new BrowsePane<>(
            messages.text("procedures.list"),
            messages.text("procedures.prompt"),
            messages.text("procedures.file"),
            desk,
            () -> new ProcedureCell(messages),
            this);
    list.setLoading(messages.text("procedures.loading"));
    this.card = new CardBeside(list, sources, changes, desk, "procedure", model::load);
    model.page().subscribe(this::show);
    model.selected().subscribe(this::open);
  }

  @Override
  public Node root() {
    return card.root();
  }

  @Override
  public void shown() {
    card.shown();
    list.focusFilter();
  }

  @Override
  public void hidden() {
    card.hidden();
  }

  @Override
  public void filter(String words) {
    model.narrow(model.filter().get().withText(words));
  }

  @Override
  public void choose(ProcedureLine row) {
    model.select(row);
  }

  @Override
  public void widen() {
    list.setFilter("");
    model.narrow(CatalogueFilter.ALL.withOrder(model.filter().get().order()));
  }

  @Override
  public void export(Path file, Consumer<Path> onDone) {
    model.export(file, desk.messages(), onDone);
  }

  private void open(@Nullable ProcedureLine line) {
    card.open(line == null ? null : line.code());
    list.mark(line);
  }

  private void show(@Nullable CataloguePage page) {
    if (page == null) {
      return;
    }
    Messages messages = desk.messages();
    CatalogueFilter filter = model.filter().get();
    list.setFacets(plates(page, filter), orders(filter));
    list.fill(
        page.rows(),
        model.selected().get(),
        messages.text("procedures.count", page.total(), page.all()),
        filter.narrows());
    int hidden = page.total() - page.rows().size();
    list.setMore(hidden == 0 ? "" : messages.text("procedures.more", hidden));
    if (page.all() == 0) {
      list.setNothing(
          messages.text("procedures.empty"), messages.text("procedures.empty.advice"), false);
    } else {
      list.setNothing(
          messages.text("procedures.nothing"), messages.text("procedures.nothing.advice"), true);
    }
  }

  private List<Node> plates(CataloguePage page, CatalogueFilter filter) {
    Messages messages = desk.messages();
    List<Node> plates = new ArrayList<>();
    int every = page.answers().values().stream().mapToInt(Integer::intValue).sum();
    plates.add(plate(messages.text("facet.all"), every, null, filter));
    for (Answer answer : Answer.values()) {
      int count = page.answers().getOrDefault(answer, 0);
      plates.add(plate(messages.name("answer.short", answer), count, answer, filter));
    }
    List<Choice<String>> fields =
        page.fields().entrySet().stream()
            .map(field -> new Choice<>(field.getKey(), fieldName(field.getKey()), field.getValue()))
            .toList();
    plates.add(
        FacetChip.choice(
            messages.text("facet.field"),
            fields,
            filter.field(),
            desk,
            field -> model.narrow(model.filter().get().withField(field))));
    return plates;
  }

  private Node plate(String name, int count, @Nullable Answer answer, CatalogueFilter filter) {
    return FacetChip.toggle(
        desk.messages().text("browse.plate", name, count),
        filter.answer() == answer,
        () -> model.narrow(model.filter().get().withAnswer(answer)));
  }

  private String fieldName(String field) {
    return field.isEmpty() ? desk.messages().text("procedures.noField") : field;
  }

  private Node orders(CatalogueFilter filter) {
    return FacetChip.order(
        Arrays.stream(Order.values())
            .filter(order -> order != Order.MATCH || !filter.text().isBlank())
            .map(order -> new Choice<>(order, desk.messages().name("procedures.order", order), 0))
            .toList(),
        filter.order(),
        order -> model.narrow(model.filter().get().withOrder(order)));
  }
}

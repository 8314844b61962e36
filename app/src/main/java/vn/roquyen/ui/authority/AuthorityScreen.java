package vn.roquyen.ui.authority;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.SixClears.Clear;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.PowerAtUnit;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.card.CardBeside;
import vn.roquyen.ui.card.CardViewModel;
import vn.roquyen.ui.common.BrowsePane;
import vn.roquyen.ui.common.Choice;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FacetChip;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;

/** All powers as the commune sees them at the left, the card of the chosen one at the right. */
public final class AuthorityScreen implements Screen, BrowsePane.Acts<PowerAtUnit> {
  private final Desk desk;
  private final AuthorityViewModel model;
  private final Headline headline;
  private final BrowsePane<PowerAtUnit> list;
  private final CardBeside card;

  public AuthorityScreen(
      TimeMachine times,
      ExportService export,
      CardViewModel.Sources sources,
      HandbookViewModel.Sources handbooks,
      DataChanges changes,
      Desk desk) {
    this.desk = desk;
    Messages messages = desk.messages();
    this.model = new AuthorityViewModel(times, export, desk.workplace("powers"));
    this.headline =
        new Headline(messages, answer -> model.narrow(model.filter().get().withAnswer(answer)));
    this.list =
        new BrowsePane<>(
            messages.text("authority.list"),
            messages.text("authority.prompt"),
            messages.text("authority.file"),
            desk,
            () -> new PowerCell(messages),
            this);
    HandbookViewModel handbook =
        new HandbookViewModel(handbooks, desk.background(), messages, desk.navigator()::fail);
    list.setTop(Parts.column("gap-1", headline, new HandbookBar(handbook, desk).root()));
    list.root().getStyleClass().add("rq-wide-list");
    this.card = new CardBeside(list, sources, changes, desk, "power", model::load);
    model.shown().subscribe(this::show);
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
  public void choose(PowerAtUnit row) {
    model.select(row);
  }

  @Override
  public void widen() {
    list.setFilter("");
    model.narrow(PowerFilter.ALL.withOrder(model.filter().get().order()));
  }

  @Override
  public void export(Path file, Consumer<Path> onDone) {
    model.export(file, desk.messages(), onDone);
  }

  private void open(@Nullable PowerAtUnit power) {
    card.open(power == null ? null : power.power().id());
    list.mark(power);
  }

  private void show(AuthorityViewModel.@Nullable Shown shown) {
    if (shown == null) {
      return;
    }
    Messages messages = desk.messages();
    PowerFilter filter = model.filter().get();
    headline.show(shown, filter.answer());
    list.setFacets(
        List.of(
            FacetChip.choice(
                messages.text("facet.field"),
                fieldChoices(shown),
                filter.fieldId(),
                desk,
                field -> model.narrow(model.filter().get().withField(field))),
            FacetChip.choice(
                messages.text("facet.mode"),
                modeChoices(shown, messages),
                filter.mode(),
                desk,
                mode -> model.narrow(model.filter().get().withMode(mode))),
            FacetChip.choice(
                messages.text("authority.missing"),
                missingChoices(shown, messages),
                filter.missing(),
                desk,
                clear -> model.narrow(model.filter().get().withMissing(clear)))),
        FacetChip.order(
            Arrays.stream(PowerFilter.Order.values())
                .map(order -> new Choice<>(order, messages.name("authority.order", order), 0))
                .toList(),
            filter.order(),
            order -> model.narrow(model.filter().get().withOrder(order))));
    list.fill(
        shown.rows(),
        model.selected().get(),
        messages.text("authority.count", shown.rows().size(), shown.all()),
        filter.narrows());
    sayNothing(shown.all() == 0, messages);
  }

  private static List<Choice<String>> fieldChoices(AuthorityViewModel.Shown shown) {
    return shown.fields().stream()
        .map(
            field ->
                new Choice<>(
                    field.field().id(), field.field().name(), field.count(), field.depth()))
        .toList();
  }

  private static List<Choice<Mode>> modeChoices(AuthorityViewModel.Shown shown, Messages messages) {
    return shown.modes().entrySet().stream()
        .map(
            mode ->
                new Choice<>(mode.getKey(), messages.name("mode", mode.getKey()), mode.getValue()))
        .toList();
  }

  private static List<Choice<Clear>> missingChoices(
      AuthorityViewModel.Shown shown, Messages messages) {
    return shown.missing().entrySet().stream()
        .map(
            clear ->
                new Choice<>(
                    clear.getKey(),
                    messages.text("authority.missing.of", messages.name("clear", clear.getKey())),
                    clear.getValue()))
        .toList();
  }

  private void sayNothing(boolean isEmpty, Messages messages) {
    if (isEmpty) {
      list.setNothing(
          messages.text("authority.empty"), messages.text("authority.empty.advice"), false);
    } else {
      list.setNothing(
          messages.text("authority.nothing"), messages.text("authority.nothing.advice"), true);
    }
  }
}

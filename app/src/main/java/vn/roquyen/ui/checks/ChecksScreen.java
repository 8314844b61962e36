package vn.roquyen.ui.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.check.Completeness;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CheckLine;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.checks.ChecksViewModel.Counted;
import vn.roquyen.ui.checks.ChecksViewModel.Shown;
import vn.roquyen.ui.common.BrowsePane;
import vn.roquyen.ui.common.Choice;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FacetChip;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Screen;
import vn.roquyen.ui.common.SideBySide;

/** The work lists of the checks at the left; the chosen finding and its answer at the right. */
public final class ChecksScreen implements Screen, BrowsePane.Acts<CheckLine> {
  private final Desk desk;
  private final DataChanges changes;
  private final ChecksViewModel model;
  private final BrowsePane<CheckLine> list;
  private final FindingPane finding;
  private final SideBySide both;
  private final Label complete = Parts.wrapped("", "rq-meta");
  private Subscription subscriptions = Subscription.EMPTY;

  public ChecksScreen(TimeMachine times, ExportService export, DataChanges changes, Desk desk) {
    this.desk = desk;
    this.changes = changes;
    Messages messages = desk.messages();
    this.model = new ChecksViewModel(times, export, desk.workplace("checks"));
    this.list =
        new BrowsePane<>(
            messages.text("checks.list"),
            messages.text("checks.prompt"),
            messages.text("checks.file"),
            desk,
            () -> new CheckCell(messages),
            this);
    list.setTop(complete);
    list.root().getStyleClass().add("rq-wide-list");
    list.setLoading(messages.text("checks.loading"));
    this.finding = new FindingPane(model, desk);
    this.both = list.beside(finding.root(), finding::focus);
    model.shown().subscribe(this::show);
    model.selected().subscribe(line -> list.mark(line));
  }

  @Override
  public Node root() {
    return both;
  }

  @Override
  public void shown() {
    DataChanges.Subscription data = changes.subscribe(change -> Platform.runLater(model::load));
    subscriptions =
        Subscription.combine(desk.standpoint().subscribe((before, now) -> otherDay()), data::close);
    model.load();
    list.focusFilter();
  }

  @Override
  public void hidden() {
    subscriptions.unsubscribe();
  }

  private void otherDay() {
    model.load();
    finding.showAgain();
  }

  /** Listens by itself, so that an answer does not move the keyboard. */
  @Override
  public void dataChanged() {}

  @Override
  public void filter(String words) {
    model.narrow(model.filter().get().withText(words));
  }

  @Override
  public void choose(CheckLine row) {
    model.select(row);
  }

  @Override
  public void widen() {
    list.setFilter("");
    model.narrow(CheckFilter.ALL);
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
    complete.setText(
        messages.text(
            "checks.complete", figure(shown.province()), figure(shown.commune()), unitName()));
    list.setFacets(plates(shown), states(shown));
    list.fill(
        shown.rows(),
        model.selected().get(),
        messages.text("checks.count", shown.rows().size()),
        model.filter().get().narrows());
    list.setNothing(
        messages.text("checks.nothing"),
        messages.text("checks.nothing.advice"),
        model.filter().get().narrows());
  }

  private List<Node> plates(Shown shown) {
    Messages messages = desk.messages();
    CheckFilter filter = model.filter().get();
    List<Node> plates = new ArrayList<>();
    plates.add(
        FacetChip.choice(
            messages.text("checks.code"),
            shown.codes().entrySet().stream()
                .map(
                    code ->
                        new Choice<>(
                            code.getKey(),
                            messages.name("check.name", code.getKey()),
                            code.getValue()))
                .toList(),
            filter.code(),
            desk,
            code -> model.narrow(model.filter().get().withCode(code))));
    plates.add(
        FacetChip.choice(
            messages.text("facet.field"),
            choices(shown.fields()),
            filter.fieldId(),
            desk,
            field -> model.narrow(model.filter().get().withField(field))));
    plates.add(
        FacetChip.choice(
            messages.text("checks.instrument"),
            choices(shown.instruments()),
            filter.instrumentId(),
            desk,
            one -> model.narrow(model.filter().get().withInstrument(one))));
    plates.add(
        FacetChip.toggle(
            messages.text("checks.here", unitName(), shown.here()),
            filter.here(),
            () -> model.narrow(model.filter().get().withHere(!filter.here()))));
    return plates;
  }

  private Node states(Shown shown) {
    return FacetChip.order(
        shown.states().entrySet().stream()
            .map(
                state ->
                    new Choice<>(
                        state.getKey(),
                        desk.messages().name("checks.state", state.getKey())
                            + " · "
                            + state.getValue(),
                        state.getValue()))
            .toList(),
        model.filter().get().state(),
        state -> model.narrow(model.filter().get().withState(state)));
  }

  private static List<Choice<String>> choices(List<Counted> counted) {
    return counted.stream().map(one -> new Choice<>(one.id(), one.name(), one.count())).toList();
  }

  private String figure(Completeness complete) {
    return desk.messages()
        .text("checks.figure", complete.percent(), complete.stated(), complete.asked());
  }

  private String unitName() {
    var standpoint = desk.standpoint().get();
    return standpoint == null ? "" : standpoint.unit().fullName();
  }
}

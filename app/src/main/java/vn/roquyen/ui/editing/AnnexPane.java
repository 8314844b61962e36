package vn.roquyen.ui.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnnexPreview;
import vn.roquyen.service.AnnexPreview.Verdict;
import vn.roquyen.service.DraftCheck.CheckedRow;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.editing.AnnexViewModel.State;

/** An annex before it goes into a draft: columns, cells to mend, and what it would change. */
final class AnnexPane {
  private static final int MOST_PROBLEMS = 8;
  private static final int AT_ONCE = 20;
  private static final int LONGEST_TITLE = 48;

  private final AnnexViewModel model;
  private final Function<Entry, String> titles;
  private final Desk desk;
  private final Messages messages;
  private final Consumer<Draft> onTaken;
  private final ColumnGrid columns;
  private final VBox root = Parts.column("gap-2");
  private Verdict shown = Verdict.NEW;
  private boolean isKeyboardWanted;

  /**
   * @param titles tells a draft from the others
   * @param onTaken takes the draft that the annex went into
   */
  AnnexPane(
      AnnexViewModel model, Function<Entry, String> titles, Desk desk, Consumer<Draft> onTaken) {
    this.model = model;
    this.titles = titles;
    this.desk = desk;
    this.messages = desk.messages();
    this.onTaken = onTaken;
    this.columns = new ColumnGrid(model, messages);
    model.state().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show(State state) {
    switch (state) {
      case State.None none -> root.getChildren().clear();
      case State.Reading reading -> {
        isKeyboardWanted = true;
        root.getChildren()
            .setAll(
                Parts.wrapped(
                    messages.text("annex.title", reading.file().getFileName()), "rq-title"),
                Parts.wrapped(messages.text("annex.reading"), "rq-muted"),
                Parts.row(
                    "gap-1", Parts.button(messages.text("annex.close"), model::close, "flat")));
      }
      case State.Read read -> show(read);
    }
  }

  private void show(State.Read read) {
    AnnexPreview preview = read.preview();
    if (preview.count(shown) == 0) {
      shown = firstOf(preview);
    }
    boolean hadKeyboard = isKeyboardWanted || root.isFocusWithin();
    isKeyboardWanted = false;
    List<Node> parts = new ArrayList<>();
    parts.add(head(read));
    Draft open = read.open();
    if (open != null) {
      parts.add(target(read, open));
    }
    FlowPane actions = actions(read);
    parts.add(actions);
    if (!preview.problems().isEmpty()) {
      parts.add(problems(preview));
    }
    parts.add(columns.node(read));
    if (!preview.provisions().isEmpty()) {
      parts.add(provisions(read));
    }
    if (!preview.lines().isEmpty()) {
      parts.add(lines(read));
    }
    root.getChildren().setAll(parts);
    if (hadKeyboard && !columns.takeBackKeyboard()) {
      actions.getChildren().stream()
          .filter(action -> !action.isDisabled())
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  private static Verdict firstOf(AnnexPreview preview) {
    for (Verdict verdict : Verdict.values()) {
      if (preview.count(verdict) > 0) {
        return verdict;
      }
    }
    return Verdict.NEW;
  }

  private Node head(State.Read read) {
    AnnexPreview preview = read.preview();
    FlowPane chips = Parts.flow("rq-facets");
    if (!preview.isUnderstood()) {
      chips.getChildren().add(Chip.bad(messages.text("annex.columns.unknown")));
    } else if (!preview.problems().isEmpty()) {
      chips
          .getChildren()
          .add(Chip.bad(messages.text("editing.problems", preview.problems().size())));
    } else if (preview.operations().isEmpty()) {
      chips.getChildren().add(Chip.plain(messages.text("annex.nothing")));
    } else {
      chips.getChildren().add(Chip.good(messages.text("annex.ready")));
    }
    if (read.check().secondKey()) {
      chips.getChildren().add(Chip.check(messages.text("editing.second")));
    }
    VBox head =
        Parts.column(
            "gap-1",
            Parts.wrapped(messages.text("annex.title", read.file().getFileName()), "rq-title"),
            chips,
            Parts.wrapped(meta(read), "rq-meta"));
    if (preview.converted() > 0) {
      String words = messages.text("annex.converted", preview.converted());
      head.getChildren()
          .add(
              Parts.row(
                  "gap-1 align-top",
                  Icons.of(Feather.TYPE, "rq-muted"),
                  Parts.grow(Parts.wrapped(words))));
    }
    return head;
  }

  private String meta(State.Read read) {
    AnnexPreview preview = read.preview();
    String lines = messages.text("annex.lines", preview.lines().size());
    return preview.sheet().isEmpty() ? lines : messages.text("annex.sheet", preview.sheet(), lines);
  }

  /** Into which draft it goes, while one is open. */
  private Node target(State.Read read, Draft open) {
    ToggleButton fresh = choice(messages.text("annex.into.new"), !read.into());
    ToggleButton there =
        choice(
            messages.text(
                "annex.into", Parts.brief(titles.apply(new Entry.Writing(open)), LONGEST_TITLE)),
            read.into());
    fresh.setOnAction(event -> into(false, fresh, there));
    there.setOnAction(event -> into(true, fresh, there));
    return Parts.flow("rq-facets", fresh, there);
  }

  private void into(boolean open, ToggleButton fresh, ToggleButton there) {
    fresh.setSelected(!open);
    there.setSelected(open);
    model.into(open);
  }

  private static ToggleButton choice(String words, boolean selected) {
    ToggleButton choice = new ToggleButton(words);
    choice.getStyleClass().setAll("rq-segment");
    choice.setMinWidth(ToggleButton.USE_PREF_SIZE);
    choice.setSelected(selected);
    return choice;
  }

  private FlowPane actions(State.Read read) {
    Button take =
        Parts.button(
            messages.text(read.draft() == null ? "annex.take.new" : "annex.take"),
            () -> model.take(onTaken),
            "accent");
    take.setDisable(!read.isReady());
    return Parts.flow(
        "rq-facets",
        take,
        Parts.button(Feather.REFRESH_CW, messages.text("annex.again"), model::again),
        Parts.button(messages.text("annex.close"), model::close, "flat"));
  }

  /** Each with the sheet and the cell where it is to be mended. */
  private Node problems(AnnexPreview preview) {
    List<Node> rows = new ArrayList<>();
    for (AnnexPreview.Problem problem : preview.problems()) {
      Label place = Parts.label(place(preview, problem.cell()), "rq-strong");
      place.setMinWidth(Label.USE_PREF_SIZE);
      Label why =
          Parts.wrapped(
              messages.text(
                  "import.problem." + problem.problem().name(), problem.arguments().toArray()));
      rows.add(Parts.row("gap-1 align-top", place, Parts.grow(why)));
    }
    return Parts.column(
        "gap-1 rq-panel",
        Parts.label(messages.text("annex.problems", rows.size()), "rq-head"),
        Parts.wrapped(messages.text("annex.problems.what"), "rq-meta"),
        Folded.list(rows, MOST_PROBLEMS, messages));
  }

  private String place(AnnexPreview preview, String cell) {
    boolean isLine = cell.chars().allMatch(Character::isDigit);
    String named = messages.text(isLine ? "annex.line" : "annex.cell", cell);
    return preview.sheet().isEmpty() ? named : messages.text("annex.at", preview.sheet(), named);
  }

  /** What the lines name in words becomes a record of its own. */
  private Node provisions(State.Read read) {
    int count = read.preview().provisions().size();
    List<Node> rows = new ArrayList<>();
    read.check().rows().subList(0, count).forEach(row -> rows.add(Parts.wrapped(row.name())));
    return Parts.column(
        "gap-1",
        Parts.label(
            messages.text("annex.provisions", count).toUpperCase(messages.locale()), "rq-head"),
        Folded.list(rows, MOST_PROBLEMS, messages));
  }

  private Node lines(State.Read read) {
    VBox rows = Parts.column("gap-1");
    List<ToggleButton> choices = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = read.preview().count(verdict);
      if (count > 0) {
        ToggleButton choice =
            choice(
                messages.text("annex.verdict", messages.name("annex.verdict", verdict), count),
                verdict == shown);
        choice.setOnAction(
            event -> {
              shown = verdict;
              choices.forEach(each -> each.setSelected(each == choice));
              fill(rows, read);
            });
        choices.add(choice);
      }
    }
    fill(rows, read);
    return Parts.column(
        "gap-1",
        Parts.label(messages.text("annex.changes"), "rq-head"),
        Parts.flow("rq-facets", choices.toArray(ToggleButton[]::new)),
        rows);
  }

  private void fill(VBox rows, State.Read read) {
    List<Line> wanted = new ArrayList<>();
    int at = read.preview().provisions().size();
    for (AnnexPreview.Line line : read.preview().lines()) {
      CheckedRow row = line.operation() == null ? null : read.check().rows().get(at++);
      if (line.verdict() == shown) {
        wanted.add(new Line(line, row));
      }
    }
    rows.getChildren().clear();
    more(rows, wanted, 0);
  }

  /** Some at a time: an annex may have a thousand lines. */
  private void more(VBox rows, List<Line> lines, int from) {
    int to = Math.min(lines.size(), from + AT_ONCE);
    lines.subList(from, to).forEach(line -> rows.getChildren().add(node(line)));
    if (to < lines.size()) {
      Button next =
          Parts.button(messages.text("fold.more", lines.size() - to), () -> {}, "rq-link");
      next.setOnAction(
          event -> {
            rows.getChildren().remove(next);
            more(rows, lines, to);
          });
      rows.getChildren().add(next);
    }
  }

  private record Line(AnnexPreview.Line line, @org.jspecify.annotations.Nullable CheckedRow row) {}

  private Node node(Line line) {
    String number = messages.text("annex.line", Long.toString(line.line().number()));
    return line.row() == null
        ? Parts.wrapped(number + " · " + line.line().key(), "rq-muted")
        : DiffView.row(line.row(), number, messages);
  }
}

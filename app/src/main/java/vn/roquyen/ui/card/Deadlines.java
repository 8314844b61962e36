package vn.roquyen.ui.card;

import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.CalendarDay;
import vn.roquyen.domain.Deadline;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnswerCard.Filing;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/**
 * Time limits and fees of each way to file, counted in working days from a day that one can change.
 */
final class Deadlines {
  private final CardViewModel.Shown shown;
  private final List<Filing> filings;
  private final Messages messages;
  private final VBox root = Parts.column("gap-1");

  Deadlines(CardViewModel.Shown shown, List<Filing> filings, Messages messages) {
    this.shown = shown;
    this.filings = filings;
    this.messages = messages;
  }

  Node node() {
    show(shown.card().place().date());
    return Section.of(messages.text("card.deadline"), root);
  }

  private void show(LocalDate handedIn) {
    root.getChildren().clear();
    if (filings.isEmpty()) {
      root.getChildren().add(Parts.wrapped(messages.text("card.deadline.none"), "rq-muted"));
      return;
    }
    Filing first =
        filings.stream().filter(filing -> filing.limit() != null).findFirst().orElse(null);
    if (first != null) {
      root.getChildren().add(sentence(first, handedIn));
      notes(first, handedIn);
    }
    root.getChildren().add(table(handedIn));
    filings.stream()
        .map(Filing::note)
        .filter(note -> note != null)
        .distinct()
        .forEach(note -> root.getChildren().add(Folded.text(note, 160, messages, "rq-meta")));
  }

  private Node sentence(Filing first, LocalDate handedIn) {
    boolean today = handedIn.equals(shown.card().place().date());
    Label from = Parts.label(messages.text("card.handedIn", Dates.text(handedIn)));
    Label until = Parts.label(messages.text("card.due", due(first, handedIn)), "rq-strong");
    Label limit = Parts.label("(" + limit(first) + ")", "rq-muted");
    until.setGraphic(Icons.of(Feather.ARROW_RIGHT));
    FlowPane line = Parts.flow("rq-facets rq-due", from, until, limit);
    Button change = new Button(messages.text(today ? "card.changeDay" : "card.changeDayBack"));
    change.getStyleClass().add("rq-link");
    VBox both = Parts.column("gap-half", line, change);
    change.setOnAction(
        event -> {
          if (today) {
            both.getChildren().set(1, dayField(handedIn));
          } else {
            show(shown.card().place().date());
          }
        });
    return both;
  }

  private Node dayField(LocalDate handedIn) {
    TextField day = new TextField(Dates.text(handedIn));
    day.setAccessibleText(messages.text("card.dayField"));
    day.setPromptText(messages.text("card.dayFormat"));
    day.getStyleClass().add("rq-day-field");
    Runnable take =
        () -> {
          LocalDate typed = Dates.parse(day.getText());
          day.pseudoClassStateChanged(
              javafx.css.PseudoClass.getPseudoClass("danger"), typed == null);
          if (typed != null) {
            show(typed);
          }
        };
    day.setOnAction(event -> take.run());
    HBox row =
        Parts.row(
            "gap-1 align-left",
            Parts.label(messages.text("card.dayField")),
            day,
            Parts.button(messages.text("card.count"), take));
    javafx.application.Platform.runLater(day::requestFocus);
    return row;
  }

  private void notes(Filing first, LocalDate handedIn) {
    if (!shown.calendar().isWorkingDay(handedIn)) {
      CalendarDay entry = shown.calendar().entry(handedIn);
      String name = entry == null ? messages.text("card.weekend") : entry.name();
      note(messages.text("card.dayOff", Dates.text(handedIn), name));
    }
    if (first.limit() != null && first.limit().unit() == TimeLimit.Unit.HOUR) {
      note(messages.text("card.afternoon"));
    }
    Deadline due = CardViewModel.due(shown, first, handedIn);
    if (due != null && due.provisional()) {
      note(messages.text("card.unannounced", Integer.toString(due.day().getYear())));
    }
  }

  private String due(Filing filing, LocalDate handedIn) {
    Deadline due = CardViewModel.due(shown, filing, handedIn);
    return due == null ? "–" : Dates.text(due.day());
  }

  private void note(String words) {
    root.getChildren()
        .add(
            Parts.row(
                "gap-1 align-top rq-note",
                Icons.of(Feather.INFO),
                Parts.grow(Parts.wrapped(words))));
  }

  private Node table(LocalDate handedIn) {
    GridPane table = new GridPane();
    table.getStyleClass().add("rq-table");
    List<String> heads =
        List.of("card.filing.channel", "card.filing.limit", "card.filing.due", "card.filing.fee");
    for (int column = 0; column < heads.size(); column++) {
      table.add(uncut(Parts.label(messages.text(heads.get(column)), "rq-meta")), column, 0);
    }
    int row = 1;
    for (Filing filing : filings) {
      table.add(Parts.wrapped(filing.channel(), "rq-cell-channel"), 0, row);
      table.add(Parts.wrapped(limit(filing)), 1, row);
      table.add(uncut(Parts.label(due(filing, handedIn))), 2, row);
      table.add(fee(filing), 3, row++);
    }
    return table;
  }

  private static Label uncut(Label label) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private String limit(Filing filing) {
    if (filing.limit() != null) {
      return messages.text("limit." + filing.limit().unit(), filing.limit().amount());
    }
    return filing.limitAsGiven() == null
        ? messages.text("card.limit.none")
        : messages.text("card.limit.noUnit", filing.limitAsGiven());
  }

  private Node fee(Filing filing) {
    if (filing.fee() == null || filing.fee().text() == null) {
      return Parts.label("–", "rq-muted");
    }
    Node text = Folded.text(filing.fee().text(), 80, messages);
    return filing.fee().doubtful()
        ? Parts.column("gap-half", text, Chip.check(messages.text("card.fee.doubtful")))
        : text;
  }
}

package vn.roquyen.ui.card;

import java.time.LocalDate;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.CalendarDay;
import vn.roquyen.domain.Deadline;
import vn.roquyen.domain.Fee;
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
  private final VBox promise = Parts.column("gap-1");
  private final VBox ways = Parts.column("gap-1");

  Deadlines(CardViewModel.Shown shown, List<Filing> filings, Messages messages) {
    this.shown = shown;
    this.filings = filings;
    this.messages = messages;
    show(shown.card().place().date());
  }

  /** When the result is due: one sentence, with what to know of that day. */
  Node promise() {
    return promise;
  }

  /** Each way to file with its time limit, due day and fee. */
  Node ways() {
    return Section.of(messages.text("card.deadline"), ways);
  }

  private void show(LocalDate handedIn) {
    promise.getChildren().clear();
    ways.getChildren().clear();
    if (filings.isEmpty()) {
      ways.getChildren().add(Parts.wrapped(messages.text("card.deadline.none"), "rq-muted"));
      return;
    }
    filings.stream()
        .filter(filing -> filing.limit() != null)
        .findFirst()
        .ifPresent(
            first -> {
              promise.getChildren().add(sentence(first, handedIn));
              notes(first, handedIn);
            });
    filings.forEach(filing -> ways.getChildren().add(way(filing, handedIn)));
    filings.stream()
        .map(Filing::note)
        .filter(note -> note != null)
        .distinct()
        .forEach(note -> ways.getChildren().add(Folded.text(note, 240, messages, "rq-meta")));
  }

  private Node sentence(Filing first, LocalDate handedIn) {
    boolean asInView = handedIn.equals(shown.card().place().date());
    Label from = Parts.label(messages.text("card.handedIn", Dates.text(handedIn)));
    Label until = Parts.label(messages.text("card.due", due(first, handedIn)), "rq-strong");
    Label limit = Parts.label("(" + limit(first) + ")", "rq-muted");
    until.setGraphic(Icons.of(Feather.ARROW_RIGHT));
    FlowPane line = Parts.flow("rq-facets rq-due", from, until, limit);
    Button change = new Button(messages.text(asInView ? "card.changeDay" : "card.changeDayBack"));
    change.getStyleClass().add("rq-link");
    VBox both = Parts.column("gap-half", line, change);
    change.setOnAction(
        event -> {
          if (asInView) {
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
          day.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), typed == null);
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
    Platform.runLater(day::requestFocus);
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
    promise
        .getChildren()
        .add(
            Parts.row(
                "gap-1 align-top rq-note",
                Icons.of(Feather.INFO),
                Parts.grow(Parts.wrapped(words))));
  }

  private Node way(Filing filing, LocalDate handedIn) {
    VBox way = Parts.column("", Parts.wrapped(filing.channel(), "rq-strong"));
    String limit = limit(filing);
    if (filing.limit() != null) {
      limit = limit + " · " + messages.text("card.due", due(filing, handedIn));
    }
    way.getChildren().add(Parts.wrapped(messages.text("card.way.limit", limit), "rq-muted"));
    Fee fee = filing.fee();
    if (fee != null && fee.text() != null) {
      String words = messages.text("card.way.fee", fee.text());
      way.getChildren().add(Folded.text(words, 160, messages, "rq-muted"));
      if (fee.doubtful()) {
        way.getChildren().add(Chip.check(messages.text("card.fee.doubtful")));
      }
    }
    return way;
  }

  private String limit(Filing filing) {
    if (filing.limit() != null) {
      return messages.text("limit." + filing.limit().unit(), filing.limit().amount());
    }
    return filing.limitAsGiven() == null
        ? messages.text("card.limit.none")
        : messages.text("card.limit.noUnit", filing.limitAsGiven());
  }
}

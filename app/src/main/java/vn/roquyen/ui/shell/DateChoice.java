package vn.roquyen.ui.shell;

import java.time.LocalDate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Parts;

/**
 * Asks for the day for which the window shall answer: typed as dd/MM/yyyy or clicked; and whether
 * from what the register knows now, or as it answered then.
 */
final class DateChoice {
  private final ShellViewModel model;
  private final Runnable close;
  private final TextField typed = new TextField();
  private final DatePicker calendar = new DatePicker();
  private final RadioButton now = new RadioButton();
  private final RadioButton then = new RadioButton();
  private final Label refused;
  private final Messages messages;
  private final VBox content;

  DateChoice(ShellViewModel model, Messages messages, Runnable close) {
    this.model = model;
    this.close = close;
    this.messages = messages;
    this.refused = Parts.wrapped("", "rq-danger");
    Parts.show(refused, false);
    typed.setText(Dates.text(model.date().get()));
    typed.setAccessibleText(messages.text("date.title"));
    typed.getStyleClass().add("rq-date-typed");
    typed.setOnAction(event -> accept());
    calendar.setConverter(new Written());
    calendar.setValue(model.date().get());
    calendar.valueProperty().addListener((observed, before, now) -> write(now));
    typed.textProperty().subscribe(text -> follow(Dates.parse(text)));
    Parts.answers(now, this::accept);
    Parts.answers(then, this::accept);
    Button answer = Parts.button(messages.text("date.answer"), this::accept, "accent");
    answer.setDefaultButton(true);
    Button today = Parts.button(messages.text("date.today"), this::today);
    axes();
    Node days = new DatePickerSkin(calendar).getPopupContent();
    content =
        Parts.column(
            "gap-2 rq-date-choice",
            Parts.label(messages.text("date.title"), "rq-title"),
            Parts.wrapped(messages.text("date.explain"), "rq-muted"),
            typed,
            days,
            Parts.column("gap-half", now, then, explained(), refused),
            Parts.row("gap-1", today, Parts.spacer(), cancel(messages), answer));
    content.focusedProperty().addListener((observed, before, now) -> typed.requestFocus());
  }

  private void write(@Nullable LocalDate day) {
    if (day != null && !day.equals(Dates.parse(typed.getText()))) {
      typed.setText(Dates.text(day));
    }
  }

  private void follow(@Nullable LocalDate day) {
    if (day != null) {
      calendar.setValue(day);
    }
  }

  private void axes() {
    ToggleGroup group = new ToggleGroup();
    now.setText(messages.text("date.axis.now"));
    then.setText(messages.text("date.axis.then"));
    now.setToggleGroup(group);
    then.setToggleGroup(group);
    (model.known() == null ? now : then).setSelected(true);
    then.setDisable(model.begins() == null);
  }

  private Label explained() {
    LocalDate begins = model.begins();
    return Parts.wrapped(
        begins == null
            ? messages.text("date.axis.none")
            : messages.text("date.axis.since", Dates.text(begins)),
        "rq-meta");
  }

  Node content() {
    return content;
  }

  private Button cancel(Messages messages) {
    return Parts.button(messages.text("dialog.cancel"), close, "flat");
  }

  private void today() {
    model.backToToday();
    close.run();
  }

  private void accept() {
    LocalDate day = Dates.parse(typed.getText());
    boolean unknown = day != null && then.isSelected() && !model.knew(day);
    typed.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), day == null || unknown);
    Parts.show(refused, day == null || unknown);
    if (day == null) {
      refused.setText(messages.text("date.unreadable"));
    } else if (unknown) {
      LocalDate begins = model.begins();
      refused.setText(
          messages.text(
              "date.axis.refused",
              begins == null ? "" : Dates.text(begins),
              Dates.text(model.today().minusDays(1))));
    } else {
      if (then.isSelected()) {
        model.setKnown(day);
      } else {
        model.setDate(day);
      }
      close.run();
    }
  }

  /** The calendar writes days as the rest of the window does. */
  private static final class Written extends StringConverter<LocalDate> {
    @Override
    public String toString(@Nullable LocalDate date) {
      return date == null ? "" : Dates.text(date);
    }

    @Override
    public @Nullable LocalDate fromString(String text) {
      return Dates.parse(text);
    }
  }
}

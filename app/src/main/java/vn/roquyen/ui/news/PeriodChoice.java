package vn.roquyen.ui.news;

import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DifferenceService.Axis;
import vn.roquyen.service.NewsService.Period;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;

/** Asks which two days are compared, and by what. */
final class PeriodChoice {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final Desk desk;
  private final Consumer<Period> onChosen;
  private final TextField from = new TextField();
  private final TextField to = new TextField();
  private final RadioButton known = new RadioButton();
  private final RadioButton force = new RadioButton();
  private final Label refused;
  private final VBox content;

  PeriodChoice(Period shown, Desk desk, Consumer<Period> onChosen) {
    this.desk = desk;
    this.onChosen = onChosen;
    Messages messages = desk.messages();
    from.setText(Dates.text(shown.from()));
    to.setText(Dates.text(shown.to()));
    ToggleGroup axes = new ToggleGroup();
    known.setText(messages.text("news.axis.known"));
    force.setText(messages.text("news.axis.force"));
    known.setToggleGroup(axes);
    force.setToggleGroup(axes);
    (shown.axis() == Axis.KNOWN ? known : force).setSelected(true);
    refused = Parts.wrapped(messages.text("news.period.refused"), "rq-danger");
    Parts.show(refused, false);
    Button compare = Parts.button(messages.text("news.period.compare"), this::accept, "accent");
    compare.setDefaultButton(true);
    Button cancel =
        Parts.button(messages.text("dialog.cancel"), desk.navigator()::closeDialog, "flat");
    content =
        Parts.column(
            "gap-2 rq-date-choice",
            Parts.label(messages.text("news.period.title"), "rq-title"),
            day(messages.text("news.period.from"), from),
            day(messages.text("news.period.to"), to),
            Parts.column("gap-half", known, force),
            refused,
            Parts.row("gap-1", Parts.spacer(), cancel, compare));
    Parts.answers(known, this::accept);
    Parts.answers(force, this::accept);
    content.focusedProperty().addListener((observed, before, now) -> from.requestFocus());
  }

  Node content() {
    return content;
  }

  private void accept() {
    LocalDate first = Dates.parse(from.getText());
    LocalDate second = Dates.parse(to.getText());
    if (first != null && second != null && !second.isBefore(first)) {
      desk.navigator().closeDialog();
      onChosen.accept(new Period(known.isSelected() ? Axis.KNOWN : Axis.FORCE, first, second));
    } else {
      from.pseudoClassStateChanged(DANGER, first == null);
      to.pseudoClassStateChanged(DANGER, first != null);
      Parts.show(refused, true);
    }
  }

  private static Node day(String name, TextField field) {
    return Parts.column("gap-half", Parts.caption(name, field), field);
  }
}

package vn.roquyen.ui.authority;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.WarningCode.Severity;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.PowerAtUnit;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;
import vn.roquyen.ui.common.VerdictLine;

/**
 * One power: its title, whose it is, then route, basis with its status, the six clears and how much
 * there is to check.
 */
final class PowerCell extends RowCell<PowerAtUnit> {
  private static final int LONG_TITLE = 150;

  private final Messages messages;
  private final Label title = Parts.wrapped("", "rq-strong");
  private final VerdictLine verdict;
  private final HBox chips = Parts.row("gap-1 align-left");
  private final Label basis = Parts.label("", "rq-meta");
  private final ClearTicks ticks;
  private final Label checks = Parts.label("", "rq-meta", "rq-checks");

  PowerCell(Messages messages) {
    this.messages = messages;
    this.verdict = new VerdictLine(messages);
    this.ticks = new ClearTicks(messages);
    checks.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
    HBox whose = Parts.row("gap-1 align-left", Parts.grow(verdict), checks);
    HBox basisLine = Parts.row("gap-1 align-left", Parts.grow(chips), ticks);
    setContent(Parts.column("", title, whose, basisLine));
  }

  @Override
  protected String fill(PowerAtUnit power) {
    Competence competence = power.competence();
    title.setText(Parts.brief(power.power().title(), LONG_TITLE));
    verdict.show(competence.answer(), holders(competence));
    ticks.show(competence.sixClears());
    long count = toCheck(competence);
    checks.setText(Long.toString(count));
    checks.setTooltip(new Tooltip(messages.text("authority.checks", count)));
    checks.setVisible(count > 0);
    fillChips(power);
    return String.join(
        ". ",
        power.power().title(),
        verdict.words(),
        basis.getText(),
        ticks.words(),
        messages.text("authority.checks", count));
  }

  private void fillChips(PowerAtUnit power) {
    chips.getChildren().clear();
    power.grants().stream()
        .map(Grant::mode)
        .distinct()
        .forEach(mode -> chips.getChildren().add(fixed(Chip.of(mode, messages))));
    basis.setText(basisText(power));
    chips.getChildren().add(basis);
    power.bases().stream()
        .map(PowerAtUnit.Basis::status)
        .distinct()
        .forEach(status -> chips.getChildren().add(fixed(Chip.of(status, messages))));
  }

  private String basisText(PowerAtUnit power) {
    if (power.bases().isEmpty()) {
      return messages.text("authority.basis.none");
    }
    return power.bases().stream()
        .map(found -> found.instrument().number())
        .map(number -> number == null ? messages.text("authority.basis.noNumber") : number)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String holders(Competence competence) {
    return competence.holders().stream()
        .map(Competence.Holder::name)
        .collect(Collectors.joining(", "));
  }

  /** Notes are not counted: nearly every power has some, and nothing follows from them. */
  private static long toCheck(Competence competence) {
    return competence.warnings().stream()
        .filter(warning -> warning.code().severity() != Severity.NOTE)
        .count();
  }

  private static Label fixed(Label chip) {
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }
}

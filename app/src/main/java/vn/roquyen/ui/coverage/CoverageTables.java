package vn.roquyen.ui.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.coverage.Act;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.FieldRow;
import vn.roquyen.domain.coverage.Headline;
import vn.roquyen.domain.coverage.PowerRow;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.domain.coverage.UnitClass;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.FigureGrid;
import vn.roquyen.ui.common.FigureGrid.Cell;
import vn.roquyen.ui.common.FigureGrid.Head;
import vn.roquyen.ui.common.FigureGrid.Line;

/** The tables of the coverage, each figure with the list behind it. */
final class CoverageTables {
  private final Coverage coverage;
  private final CoverageViewModel model;
  private final Desk desk;
  private final Messages messages;

  CoverageTables(Coverage coverage, CoverageViewModel model, Desk desk) {
    this.coverage = coverage;
    this.model = model;
    this.desk = desk;
    this.messages = desk.messages();
  }

  /** What the report states beside what is counted. */
  FigureGrid headline() {
    List<Mode> modes =
        Arrays.stream(Mode.values())
            .filter(
                mode ->
                    coverage.headline().lines().stream()
                        .anyMatch(line -> line.byMode().containsKey(mode)))
            .toList();
    List<Head> heads = new ArrayList<>();
    heads.add(new Head("", capital(messages.text("coverage.stated"))));
    heads.add(new Head("", capital(messages.text("coverage.counted"))));
    modes.forEach(mode -> heads.add(new Head("", messages.name("mode", mode))));
    List<Line> lines = new ArrayList<>();
    for (Headline.Line line : coverage.headline().lines()) {
      String name = messages.name("coverage.part", line.part());
      List<Cell> cells = new ArrayList<>();
      String stated = line.stated() == null ? "–" : Integer.toString(line.stated());
      cells.add(new Cell(stated, "plain", name + ": " + stated, null));
      cells.add(powers(name, line.powers(), "counted"));
      for (Mode mode : modes) {
        Set<String> found = line.byMode().getOrDefault(mode, Set.of());
        cells.add(powers(name + " · " + messages.name("mode", mode), found, "plain"));
      }
      lines.add(new Line(name, cells, null));
    }
    String title = messages.text("coverage.headline");
    return new FigureGrid(title, title, heads, lines);
  }

  /** How many powers lie on each tier. */
  FigureGrid tiers() {
    List<Head> heads = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      String name = messages.name("tier", tier);
      heads.add(new Head("", name));
      cells.add(
          figure(
              coverage.on(tier).size(),
              "counted",
              name,
              () -> model.openTiers(name, EnumSet.of(tier))));
    }
    String title = messages.text("coverage.tier");
    return new FigureGrid(
        title, title, heads, List.of(new Line(messages.text("coverage.tier.all"), cells, null)));
  }

  /** Each power by class of units. */
  FigureGrid powers() {
    List<Head> heads = new ArrayList<>();
    for (UnitClass type : coverage.classes()) {
      heads.add(new Head("", messages.text("coverage.class", type.type(), type.units())));
    }
    heads.add(new Head("", messages.text("coverage.tier.short")));
    List<Line> lines = new ArrayList<>();
    String before = null;
    for (PowerRow row : coverage.powers()) {
      String field = row.field() == null ? messages.text("coverage.fieldless") : row.field().name();
      if (!Objects.equals(before, field)) {
        lines.add(new Line(field, List.of(), null));
        before = field;
      }
      lines.add(
          new Line(
              row.power().title(),
              cells(row),
              () -> desk.navigator().openRecord(row.power().id())));
    }
    return new FigureGrid(
        messages.text("coverage.view.POWERS"), messages.text("export.power"), heads, lines);
  }

  private List<Cell> cells(PowerRow row) {
    List<Cell> cells = new ArrayList<>();
    for (int at = 0; at < coverage.classes().size(); at++) {
      UnitClass type = coverage.classes().get(at);
      PowerRow.Cell cell = row.cells().get(at);
      String look =
          switch (cell.share()) {
            case ALL -> "good";
            case SOME -> "check";
            case NONE -> "bad";
            case UNKNOWN -> "plain";
          };
      String words = messages.text("coverage.cell." + cell.share(), cell.commune(), cell.units());
      cells.add(
          new Cell(
              words,
              look,
              row.power().title() + ", " + type.type() + ": " + words,
              () -> model.openUnits(row, type)));
    }
    String tier = messages.name("tier", row.tier());
    cells.add(new Cell(tier, "word", tier, () -> model.openTiers(tier, EnumSet.of(row.tier()))));
    return cells;
  }

  /** Fields by mode and level, the more grants the darker. */
  FigureGrid fields() {
    List<Head> heads = new ArrayList<>();
    for (FieldRow.Slot slot : coverage.slots()) {
      heads.add(new Head(messages.name("mode", slot.mode()), level(slot)));
    }
    int most =
        coverage.fields().stream()
            .flatMap(row -> row.cells().values().stream())
            .mapToInt(List::size)
            .max()
            .orElse(1);
    List<Line> lines = new ArrayList<>();
    for (FieldRow row : coverage.fields()) {
      String field = row.field() == null ? messages.text("coverage.fieldless") : row.field().name();
      List<Cell> cells = new ArrayList<>();
      for (FieldRow.Slot slot : coverage.slots()) {
        List<Act> acts = row.acts(slot);
        String name = field + " · " + messages.name("mode", slot.mode()) + " · " + level(slot);
        cells.add(
            figure(acts.size(), heat(acts.size(), most), name, () -> model.openActs(name, acts)));
      }
      lines.add(new Line(field, cells, null));
    }
    return new FigureGrid(
        messages.text("coverage.view.FIELDS"), messages.text("export.field"), heads, lines);
  }

  private Cell powers(String title, Set<String> ids, String look) {
    return figure(ids.size(), look, title, () -> model.openPowers(title, ids));
  }

  private static Cell figure(int count, String look, String title, Runnable onOpen) {
    @Nullable Runnable open = count == 0 ? null : onOpen;
    return new Cell(count == 0 ? "–" : Integer.toString(count), look, title + ": " + count, open);
  }

  private static String heat(int count, int most) {
    return count == 0 ? "heat-0" : "heat-" + (1 + (int) Math.floor(3.0 * (count - 1) / most));
  }

  private String level(FieldRow.Slot slot) {
    return slot.level() == null
        ? messages.text("coverage.level.none")
        : messages.name("level", slot.level());
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}

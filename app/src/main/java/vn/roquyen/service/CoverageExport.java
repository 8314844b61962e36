package vn.roquyen.service;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.FieldRow;
import vn.roquyen.domain.coverage.Headline;
import vn.roquyen.domain.coverage.PowerRow;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.domain.coverage.TrendPoint;
import vn.roquyen.domain.coverage.UnitClass;
import vn.roquyen.exchange.CsvWriter;
import vn.roquyen.exchange.XlsxWriter;
import vn.roquyen.platform.Messages;

/** Puts the tables of the coverage into files: the figures of the screen in its order. */
final class CoverageExport {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Coverage coverage;
  private final Messages messages;

  CoverageExport(Coverage coverage, Messages messages) {
    this.coverage = coverage;
    this.messages = messages;
  }

  void write(CoverageTable table, Path file) {
    List<String> header = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    switch (table) {
      case HEADLINE -> headline(header, rows);
      case POWERS -> powers(header, rows);
      case FIELDS -> fields(header, rows);
      case TREND -> trend(header, rows);
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      CsvWriter.write(file, header, rows);
    } else {
      XlsxWriter.write(file, messages.name("coverage.view", table), header, rows);
    }
  }

  private void headline(List<String> header, List<List<String>> rows) {
    header.add(messages.text("coverage.headline"));
    header.add(messages.text("coverage.stated"));
    header.add(messages.text("coverage.counted"));
    for (Mode mode : Mode.values()) {
      header.add(messages.name("mode", mode));
    }
    for (Headline.Line line : coverage.headline().lines()) {
      List<String> row = new ArrayList<>();
      row.add(messages.name("coverage.part", line.part()));
      row.add(Objects.toString(line.stated(), ""));
      row.add(Integer.toString(line.powers().size()));
      for (Mode mode : Mode.values()) {
        row.add(Integer.toString(line.byMode().getOrDefault(mode, Set.of()).size()));
      }
      rows.add(row);
    }
    for (Headline.Reason reason : coverage.headline().reasons()) {
      rows.add(
          List.of(
              messages.text("coverage.why." + reason.why(), reason.figures().toArray()), "", ""));
    }
  }

  private void powers(List<String> header, List<List<String>> rows) {
    header.add(messages.text("export.id"));
    header.add(messages.text("export.power"));
    header.add(messages.text("export.field"));
    for (UnitClass type : coverage.classes()) {
      header.add(type.type());
    }
    header.add(messages.text("coverage.tier"));
    header.add(messages.text("export.holders"));
    for (PowerRow power : coverage.powers()) {
      List<String> row = new ArrayList<>();
      row.add(power.power().id());
      row.add(power.power().title());
      row.add(power.field() == null ? "" : power.field().name());
      for (PowerRow.Cell cell : power.cells()) {
        row.add(messages.text("coverage.cell." + cell.share(), cell.commune(), cell.units()));
      }
      row.add(messages.name("tier", power.tier()));
      row.add(
          power.holders().stream().map(Competence.Holder::name).collect(Collectors.joining("; ")));
      rows.add(row);
    }
  }

  private void fields(List<String> header, List<List<String>> rows) {
    header.add(messages.text("export.field"));
    for (FieldRow.Slot slot : coverage.slots()) {
      String level =
          slot.level() == null
              ? messages.text("coverage.level.none")
              : messages.name("level", slot.level());
      header.add(messages.name("mode", slot.mode()) + " – " + level);
    }
    for (Tier tier : Tier.values()) {
      header.add(messages.text("coverage.powers.of", messages.name("tier", tier)));
    }
    for (FieldRow field : coverage.fields()) {
      List<String> row = new ArrayList<>();
      row.add(field.field() == null ? messages.text("coverage.fieldless") : field.field().name());
      coverage.slots().forEach(slot -> row.add(Integer.toString(field.acts(slot).size())));
      for (Tier tier : Tier.values()) {
        row.add(Integer.toString(field.powers().getOrDefault(tier, List.of()).size()));
      }
      rows.add(row);
    }
  }

  private void trend(List<String> header, List<List<String>> rows) {
    header.add(messages.text("coverage.trend.day"));
    for (Tier tier : Tier.values()) {
      header.add(messages.name("tier", tier));
    }
    header.add(messages.text("coverage.trend.undated"));
    for (TrendPoint point : coverage.trend()) {
      List<String> row = new ArrayList<>();
      row.add(DAY.format(point.date()));
      for (Tier tier : Tier.values()) {
        row.add(Integer.toString(point.byTier().getOrDefault(tier, 0)));
      }
      row.add(Integer.toString(point.undated()));
      rows.add(row);
    }
  }
}

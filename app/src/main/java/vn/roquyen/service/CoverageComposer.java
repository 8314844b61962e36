package vn.roquyen.service;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.FieldRow;
import vn.roquyen.domain.coverage.Headline;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.domain.coverage.TrendPoint;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.CoveragePaper;

/** Says on paper what the coverage counts, in one language. */
final class CoverageComposer {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Coverage coverage;
  private final Messages messages;

  CoverageComposer(Coverage coverage, Messages messages) {
    this.coverage = coverage;
    this.messages = messages;
  }

  CoveragePaper paper() {
    return new CoveragePaper(
        messages.locale().getLanguage(),
        messages.text("coverage.paper"),
        messages.text("handbook.day", DAY.format(coverage.date())),
        headline(),
        reasons(),
        Arrays.stream(Tier.values()).map(tier -> messages.name("tier", tier)).toList(),
        new CoveragePaper.Chart(
            messages.text("coverage.chart.fields"),
            bars(coverage.fields().stream().filter(row -> !row.powers().isEmpty()).toList())),
        coverage.slots().stream().map(this::slot).toList(),
        new CoveragePaper.Chart(messages.text("coverage.paper.heat"), heat()),
        new CoveragePaper.Chart(messages.text("coverage.chart.trend"), trend()),
        messages.text("coverage.paper.foot", Long.toString(coverage.revision())),
        messages.text("slip.page"));
  }

  private List<List<String>> headline() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            messages.text("coverage.headline"),
            messages.text("coverage.stated"),
            messages.text("coverage.counted")));
    for (Headline.Line line : coverage.headline().lines()) {
      rows.add(
          List.of(
              messages.name("coverage.part", line.part()),
              Objects.toString(line.stated(), "–"),
              Integer.toString(line.powers().size())));
    }
    return rows;
  }

  private List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    for (Headline.Reason reason : coverage.headline().reasons()) {
      reasons.add(messages.text("coverage.why." + reason.why(), reason.figures().toArray()));
    }
    long remain = coverage.powers().stream().filter(row -> row.tier().isAtProvince()).count();
    reasons.add(
        messages.text(
            "coverage.remain",
            remain,
            coverage.powers().size(),
            coverage.on(Tier.COMMUNE).size(),
            coverage.on(Tier.UNNAMED).size()));
    TrendPoint last = coverage.trend().getLast();
    reasons.add(messages.text("coverage.trend.words", last.total(), last.undated()));
    return reasons;
  }

  private List<CoveragePaper.Bar> bars(List<FieldRow> rows) {
    return rows.stream()
        .map(
            row ->
                new CoveragePaper.Bar(
                    name(row), byTier(tier -> row.powers().getOrDefault(tier, List.of()).size())))
        .toList();
  }

  private List<CoveragePaper.Bar> heat() {
    return coverage.fields().stream()
        .map(
            row ->
                new CoveragePaper.Bar(
                    name(row),
                    coverage.slots().stream().map(slot -> row.acts(slot).size()).toList()))
        .toList();
  }

  private List<CoveragePaper.Bar> trend() {
    return coverage.trend().stream()
        .map(
            point ->
                new CoveragePaper.Bar(
                    DAY.format(point.date()), byTier(tier -> point.byTier().getOrDefault(tier, 0))))
        .toList();
  }

  private static List<Integer> byTier(Function<Tier, Integer> count) {
    return Arrays.stream(Tier.values()).map(count).toList();
  }

  private String name(FieldRow row) {
    return row.field() == null ? messages.text("coverage.fieldless") : row.field().name();
  }

  private String slot(FieldRow.Slot slot) {
    String level =
        slot.level() == null
            ? messages.text("coverage.level.none")
            : messages.name("level", slot.level());
    return messages.name("mode", slot.mode()) + "\n" + level;
  }
}

package vn.roquyen.ui.coverage;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.Chart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.FieldRow;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.domain.coverage.TrendPoint;
import vn.roquyen.platform.Messages;

/** The charts of the coverage; their colours, one for each tier, stand in the style sheet. */
final class CoverageCharts {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yy");

  private final Coverage coverage;
  private final Messages messages;

  CoverageCharts(Coverage coverage, Messages messages) {
    this.coverage = coverage;
    this.messages = messages;
  }

  /** The powers of each field, by the tier where they lie. */
  Chart fields() {
    CategoryAxis names = new CategoryAxis();
    NumberAxis counts = counts();
    StackedBarChart<Number, String> chart = new StackedBarChart<>(counts, names);
    List<FieldRow> rows = new ArrayList<>(coverage.fields());
    rows.removeIf(row -> row.powers().isEmpty());
    Collections.reverse(rows);
    for (Tier tier : Tier.values()) {
      XYChart.Series<Number, String> series = new XYChart.Series<>();
      series.setName(messages.name("tier", tier));
      for (FieldRow row : rows) {
        int count = row.powers().getOrDefault(tier, List.of()).size();
        series.getData().add(new XYChart.Data<>(count, name(row)));
      }
      chart.getData().add(series);
    }
    dress(chart, messages.text("coverage.chart.fields"));
    chart.setCategoryGap(5);
    String spoken =
        coverage.fields().stream()
            .map(row -> name(row) + " " + row.powers().values().stream().mapToInt(List::size).sum())
            .collect(Collectors.joining("; "));
    chart.setAccessibleText(messages.text("coverage.chart.fields") + ": " + spoken);
    return chart;
  }

  /** The grants in force by month. */
  Chart trend() {
    CategoryAxis months = new CategoryAxis();
    StackedBarChart<String, Number> chart = new StackedBarChart<>(months, counts());
    for (Tier tier : Tier.values()) {
      XYChart.Series<String, Number> series = new XYChart.Series<>();
      series.setName(messages.name("tier", tier));
      for (int at = 0; at < coverage.trend().size(); at++) {
        TrendPoint point = coverage.trend().get(at);
        series.getData().add(new XYChart.Data<>(label(at), point.byTier().getOrDefault(tier, 0)));
      }
      chart.getData().add(series);
    }
    dress(chart, messages.text("coverage.chart.trend"));
    TrendPoint last = coverage.trend().getLast();
    chart.setAccessibleText(messages.text("coverage.trend.words", last.total(), last.undated()));
    return chart;
  }

  /** The last point is the day itself, not the first of its month. */
  private String label(int at) {
    TrendPoint point = coverage.trend().get(at);
    boolean last = at == coverage.trend().size() - 1;
    return last
        ? DateTimeFormatter.ofPattern("dd/MM/yy").format(point.date())
        : MONTH.format(point.date());
  }

  private static NumberAxis counts() {
    NumberAxis axis = new NumberAxis();
    axis.setMinorTickVisible(false);
    axis.setForceZeroInRange(true);
    axis.setTickLabelFormatter(new WholeNumbers());
    return axis;
  }

  private static void dress(Chart chart, String title) {
    chart.setTitle(title);
    chart.setAnimated(false);
    chart.getStyleClass().addAll("rq-chart", "rq-picture");
  }

  private String name(FieldRow row) {
    return row.field() == null ? messages.text("coverage.fieldless") : row.field().name();
  }

  /** Half a power is none: only whole numbers are named on the axis. */
  private static final class WholeNumbers extends StringConverter<Number> {
    @Override
    public String toString(Number number) {
      boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
      return whole ? Long.toString(number.longValue()) : "";
    }

    @Override
    public Number fromString(String text) {
      return Long.valueOf(text);
    }
  }
}

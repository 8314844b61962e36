package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.FieldRow;
import vn.roquyen.domain.coverage.Headline;
import vn.roquyen.domain.coverage.PowerRow;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.platform.Messages;

/** The coverage as a person reads it in a terminal. */
final class CoverageText {
  private static final int NAME = 40;
  private static final int FIGURE = 11;

  private final Messages messages;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);

  CoverageText(Messages messages) {
    this.messages = messages;
  }

  /** Headline, why it differs, what remains at the province, and the fields. */
  List<String> lines(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.text(
            "coverage.title", Day.text(coverage.date()), Long.toString(coverage.revision())));
    lines.add("");
    lines.add(
        row(
            messages.text("coverage.headline"),
            messages.text("coverage.stated"),
            messages.text("coverage.counted")));
    for (Headline.Line line : coverage.headline().lines()) {
      lines.add(
          row(
              "  " + messages.name("coverage.part", line.part()),
              line.stated() == null ? "–" : Integer.toString(line.stated()),
              Integer.toString(line.powers().size())));
    }
    for (Headline.Reason reason : coverage.headline().reasons()) {
      String sentence = messages.text("coverage.why." + reason.why(), reason.figures().toArray());
      lines.addAll(paragraph.lines(sentence, "  – ", "    "));
    }
    lines.add("");
    long remain = coverage.powers().stream().filter(power -> power.tier().isAtProvince()).count();
    lines.addAll(
        paragraph.lines(
            messages.text(
                "coverage.remain",
                remain,
                coverage.powers().size(),
                coverage.on(Tier.COMMUNE).size(),
                coverage.on(Tier.UNNAMED).size()),
            "",
            "  "));
    lines.add("");
    lines.addAll(fields(coverage));
    return lines;
  }

  /** Each power with the answer in each class of units. */
  List<String> powers(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    for (PowerRow power : coverage.powers()) {
      StringBuilder line = new StringBuilder(power.power().title());
      for (int at = 0; at < coverage.classes().size(); at++) {
        PowerRow.Cell cell = power.cells().get(at);
        line.append(" · ")
            .append(
                messages.text(
                    "coverage.share." + cell.share(),
                    coverage.classes().get(at).type(),
                    cell.commune(),
                    cell.units()));
      }
      String holders = power.holders().stream().map(Holder::name).collect(Collectors.joining("; "));
      if (!holders.isEmpty()) {
        line.append(" → ").append(holders);
      }
      lines.addAll(paragraph.lines(line.toString(), power.power().id() + ": ", "    "));
    }
    return lines;
  }

  private List<String> fields(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    lines.add(
        pad(messages.text("facet.field"), NAME)
            + figure(messages.name("tier", Tier.COMMUNE))
            + figure(messages.name("tier", Tier.DEPARTMENT))
            + figure(messages.name("tier", Tier.PROVINCE))
            + figure(messages.name("tier", Tier.UNNAMED)));
    for (FieldRow row : coverage.fields()) {
      String name = row.field() == null ? messages.text("coverage.fieldless") : row.field().name();
      lines.add(
          pad(name, NAME)
              + figure(count(row, Tier.COMMUNE))
              + figure(count(row, Tier.DEPARTMENT))
              + figure(count(row, Tier.PROVINCE))
              + figure(count(row, Tier.UNNAMED)));
    }
    return lines;
  }

  private static String count(FieldRow row, Tier tier) {
    List<PowerRow> found = row.powers().get(tier);
    return found == null ? "–" : Integer.toString(found.size());
  }

  private static String row(String name, String stated, String counted) {
    return pad(name, NAME) + wide(stated) + wide(counted);
  }

  private static String wide(String text) {
    return " ".repeat(Math.max(1, 18 - text.length())) + text;
  }

  private static String figure(String text) {
    return " ".repeat(Math.max(1, FIGURE - 1 - text.length())) + text;
  }

  private static String pad(String text, int width) {
    return text.length() > width
        ? text.substring(0, width - 1) + "…"
        : text + " ".repeat(width - text.length());
  }
}

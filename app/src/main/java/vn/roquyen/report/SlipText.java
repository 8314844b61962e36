package vn.roquyen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A slip as plain text, to be copied into a message or a letter. */
public final class SlipText {
  private final List<String> lines = new ArrayList<>();

  private SlipText() {}

  /** All that the slip says, line by line. */
  public static String of(Slip slip) {
    SlipText text = new SlipText();
    text.head(slip);
    slip.sections().forEach(text::section);
    text.line("");
    text.line(slip.closing());
    text.line(slip.foot());
    return String.join("\n", text.lines) + "\n";
  }

  private void head(Slip slip) {
    line(slip.office() + " · " + slip.day());
    line(slip.heading().toUpperCase(Locale.ROOT));
    line(slip.matter());
    line(String.join(" · ", slip.facts()));
    line("");
    line(sign(slip.verdict().tone()) + slip.verdict().words());
    slip.verdict().advice().forEach(this::line);
    slip.key().forEach(fact -> line("• " + text(fact)));
  }

  private void section(Slip.Section section) {
    line("");
    line(section.heading().toUpperCase(Locale.ROOT));
    for (Slip.Block block : section.blocks()) {
      switch (block) {
        case Slip.Text text -> line(text.text());
        case Slip.Checklist checklist -> {
          if (checklist.name() != null) {
            line(checklist.name() + ":");
          }
          checklist.items().forEach(item -> line("[ ] " + text(item)));
        }
        case Slip.Steps steps -> {
          for (int at = 0; at < steps.steps().size(); at++) {
            line((at + 1) + ". " + steps.steps().get(at));
          }
        }
        case Slip.Items items ->
            items.items().forEach(item -> line(bullet(item.tone()) + text(item)));
        case Slip.Facts facts ->
            facts.facts().forEach(fact -> line(sign(fact.tone()) + text(fact)));
      }
    }
  }

  private static String text(Slip.Fact fact) {
    return fact.name() + ": " + fact.value() + behind(fact.note());
  }

  private static String text(Slip.Item item) {
    return item.text() + behind(item.status()) + behind(item.note());
  }

  private static String behind(@Nullable String more) {
    return more == null ? "" : " (" + more + ")";
  }

  private static String bullet(Tone tone) {
    return tone == Tone.CAUTION ? sign(tone) : "• ";
  }

  private static String sign(Tone tone) {
    return switch (tone) {
      case GOOD -> "✓ ";
      case BAD -> "✕ ";
      case UNSURE -> "? ";
      case CAUTION -> "! ";
      case NEUTRAL -> "";
    };
  }

  private void line(String text) {
    lines.add(text);
  }
}

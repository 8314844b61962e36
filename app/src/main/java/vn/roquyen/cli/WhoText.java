package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.Warning;
import vn.roquyen.platform.Messages;

/** Who is competent, as a clerk reads it in a terminal: the verdict first, then why. */
final class WhoText {
  private final Messages messages;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);
  private final List<String> lines = new ArrayList<>();

  WhoText(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(String title, Competence competence, Commune unit, LocalDate day) {
    add(messages.verdict(competence), Marks.of(competence.answer()), "  ");
    add(title, "  ", "  ");
    add(messages.text("cli.who.place", unit.fullName(), Day.text(day)), "  ", "  ");
    chain(competence.chain());
    clears(competence);
    warnings(competence.warnings());
    return List.copyOf(lines);
  }

  private void chain(List<Competence.Link> chain) {
    heading(chain.isEmpty(), "cli.who.chain");
    for (Competence.Link link : chain) {
      String unknown = messages.text("cli.unknown");
      String step =
          messages.text(
              "cli.who.link",
              Objects.requireNonNullElse(link.from(), unknown),
              messages.name("mode", link.mode()),
              Objects.requireNonNullElse(link.to(), unknown));
      add(step, link.counts() ? "  • " : "  ○ ", "    ");
      add(
          messages.text(
              "cli.who.basis",
              Objects.requireNonNullElse(link.cited(), unknown),
              messages.name("status", link.status())),
          "    ",
          "    ");
    }
  }

  private void clears(Competence competence) {
    if (competence.chain().isEmpty()) {
      return;
    }
    heading(false, "cli.who.clears");
    for (SixClears.Clear clear : SixClears.Clear.values()) {
      String said = competence.sixClears().of(clear);
      String name = messages.name("clear", clear);
      add(
          name + ": " + Objects.requireNonNullElse(said, messages.text("cli.who.unsaid")),
          said == null ? "  – " : "  ✓ ",
          "    ");
    }
  }

  private void warnings(List<Warning> warnings) {
    heading(warnings.isEmpty(), "cli.who.warnings");
    LinkedHashSet<String> once = new LinkedHashSet<>();
    for (Warning warning : warnings) {
      String citation = warning.code().citation();
      once.add(messages.of(warning) + (citation == null ? "" : " (" + citation + ")"));
    }
    once.forEach(text -> add(text, "  ! ", "    "));
  }

  private void heading(boolean nothing, String key) {
    if (!nothing) {
      lines.add("");
      lines.add(messages.text(key));
    }
  }

  private void add(String text, String first, String others) {
    lines.addAll(paragraph.lines(text, first, others));
  }
}

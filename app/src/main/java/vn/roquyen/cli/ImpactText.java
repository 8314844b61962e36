package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.List;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImpactWords;
import vn.roquyen.service.InstrumentImpact;
import vn.roquyen.service.ProposalImpact;

/** What an event does to an instrument, as a person reads it in a terminal. */
final class ImpactText {
  private final Messages messages;
  private final ImpactWords words;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);
  private final List<String> lines = new ArrayList<>();

  ImpactText(Messages messages) {
    this.messages = messages;
    this.words = new ImpactWords(messages);
  }

  List<String> lines(InstrumentImpact impact) {
    add(words.title(impact), "");
    words.summary(impact).forEach(line -> add(line, "  "));
    parts(words.parts(impact));
    return List.copyOf(lines);
  }

  /** What an annex or a draft would do. */
  List<String> lines(ProposalImpact impact) {
    add(messages.text("editing.impact"), "");
    if (impact.isEmpty()) {
      add(messages.text("editing.impact.none"), "  ");
    }
    impact.instruments().forEach(this::lines);
    if (!impact.grants().powers().isEmpty()) {
      add(words.grants(impact), "");
      parts(words.parts(impact));
    }
    return List.copyOf(lines);
  }

  private void parts(List<ImpactWords.Part> parts) {
    for (ImpactWords.Part part : parts) {
      add(part.heading(), "");
      part.entries().forEach(entry -> add(entry.text(), "  - "));
    }
  }

  private void add(String text, String indent) {
    lines.addAll(paragraph.lines(text, indent, " ".repeat(indent.length())));
  }
}

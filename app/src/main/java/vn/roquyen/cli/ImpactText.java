package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.List;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImpactWords;
import vn.roquyen.service.InstrumentImpact;

/** What an event does to an instrument, as a person reads it in a terminal. */
final class ImpactText {
  private final ImpactWords words;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);
  private final List<String> lines = new ArrayList<>();

  ImpactText(Messages messages) {
    this.words = new ImpactWords(messages);
  }

  List<String> lines(InstrumentImpact impact) {
    add(words.title(impact), "");
    words.summary(impact).forEach(line -> add(line, "  "));
    for (ImpactWords.Part part : words.parts(impact)) {
      add(part.heading(), "");
      part.entries().forEach(entry -> add(entry.text(), "  - "));
    }
    return List.copyOf(lines);
  }

  private void add(String text, String indent) {
    lines.addAll(paragraph.lines(text, indent, " ".repeat(indent.length())));
  }
}

package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Confidence;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Lookup;
import vn.roquyen.service.LookupHit;

/** The results of a look-up as a clerk reads them in a terminal: the verdict of each hit first. */
final class HitText {
  private final Messages messages;

  HitText(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(String query, Lookup lookup, Commune unit, LocalDate day) {
    List<String> lines = new ArrayList<>();
    lines.add(messages.text("cli.lookup.title", query, unit.fullName(), Day.text(day)));
    if (lookup.readAs() != null) {
      lines.add(messages.text("cli.lookup.readAs", lookup.readAs()));
    }
    boolean sure = lookup.hits().stream().anyMatch(hit -> hit.confidence() == Confidence.HIGH);
    if (!sure) {
      lines.add(messages.text(lookup.hits().isEmpty() ? "cli.lookup.none" : "cli.lookup.unsure"));
      if (!lookup.suggestions().isEmpty()) {
        lines.add(messages.text("cli.lookup.try", String.join(" · ", lookup.suggestions())));
      }
    }
    int number = 0;
    for (LookupHit hit : lookup.hits()) {
      lines.add("");
      hit(++number, hit, lines);
    }
    return lines;
  }

  private void hit(int number, LookupHit hit, List<String> lines) {
    String head = "%2d. ".formatted(number);
    Paragraph paragraph = new Paragraph(Paragraph.WIDTH);
    if (hit.competence() != null) {
      String verdict = messages.verdict(hit.competence());
      lines.addAll(paragraph.lines(verdict, head + Marks.of(hit.competence().answer()), "      "));
      lines.addAll(paragraph.lines(hit.title(), "    ", "    "));
    } else {
      lines.addAll(paragraph.lines(hit.title(), head, "    "));
    }
    String facts =
        Stream.of(
                messages.name("kind.short", hit.kind()) + " " + hit.id(),
                hit.mode() == null ? null : messages.name("mode", hit.mode()),
                hit.field(),
                hit.confidence() == Confidence.HIGH ? null : messages.text("confidence.LOW"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    lines.addAll(paragraph.lines(facts, "    ", "    "));
  }
}

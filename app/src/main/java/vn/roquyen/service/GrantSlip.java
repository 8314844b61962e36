package vn.roquyen.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.SixClears;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Slip;
import vn.roquyen.report.Tone;

/** What a slip says of the grants: by which chain the power came, and how clearly. */
final class GrantSlip {
  private static final int LONGEST_NUMBER = 40;

  private final Messages messages;
  private final SlipWords words;

  GrantSlip(Messages messages) {
    this.messages = messages;
    this.words = new SlipWords(messages);
  }

  List<Slip.Section> sections(Competence competence) {
    if (competence.chain().isEmpty()) {
      return List.of();
    }
    List<Slip.Fact> clears = new ArrayList<>();
    for (SixClears.Clear clear : SixClears.Clear.values()) {
      String said = competence.sixClears().of(clear);
      clears.add(
          new Slip.Fact(
              messages.name("clear", clear),
              said == null ? messages.text("slip.unstated") : said,
              said == null ? Tone.UNSURE : Tone.GOOD,
              null));
    }
    int stated = clears.size() - competence.sixClears().missing().size();
    return List.of(
        chain(competence),
        section(messages.text("slip.section.clears", stated), new Slip.Facts(clears)));
  }

  /** The chain and, in few lines, the six clears: what is stated, and the names of the others. */
  List<Slip.Section> brief(Competence competence) {
    if (competence.chain().isEmpty()) {
      return List.of();
    }
    List<Slip.Item> clears = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (SixClears.Clear clear : SixClears.Clear.values()) {
      String said = competence.sixClears().of(clear);
      String name = messages.name("clear", clear);
      if (said == null) {
        missing.add(name.toLowerCase(messages.locale()));
      } else {
        clears.add(new Slip.Item(name + ": " + said, null, null, Tone.GOOD));
      }
    }
    if (!missing.isEmpty()) {
      String names = messages.text("handbook.clears.missing", String.join(", ", missing));
      clears.add(new Slip.Item(names, null, null, Tone.UNSURE));
    }
    int stated = SixClears.Clear.values().length - missing.size();
    return List.of(
        chain(competence),
        section(messages.text("slip.section.clears", stated), new Slip.Items(clears)));
  }

  private Slip.Section chain(Competence competence) {
    List<Slip.Item> chain = competence.chain().stream().map(this::link).toList();
    return section(messages.text("slip.section.chain"), new Slip.Items(chain));
  }

  private Slip.Item link(Competence.Link link) {
    String mode = messages.name("mode", link.mode());
    String text =
        messages.text(
            "slip.link",
            words.orUnknown(link.from()),
            mode.substring(0, 1).toLowerCase(messages.locale()) + mode.substring(1),
            words.orUnknown(link.to()));
    return new Slip.Item(text, basis(link), words.status(link.status()), words.tone(link.status()));
  }

  /** A title is left to the list of bases, where it stands whole. */
  private @Nullable String basis(Competence.Link link) {
    String number = link.number();
    if (number == null) {
      return messages.text("slip.link.none");
    }
    return number.length() > LONGEST_NUMBER
        ? null
        : messages.text("slip.link.basis", Objects.requireNonNull(link.cited()));
  }

  private static Slip.Section section(String heading, Slip.Block block) {
    return new Slip.Section(heading, List.of(block));
  }
}

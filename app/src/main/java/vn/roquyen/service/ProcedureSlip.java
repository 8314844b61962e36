package vn.roquyen.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.DossierItem;
import vn.roquyen.domain.Fee;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Slip;
import vn.roquyen.report.Tone;
import vn.roquyen.service.AnswerCard.Filing;

/** What a slip says of how a procedure is handled. */
final class ProcedureSlip {
  /** A longer fee does not fit beside the other key figures. */
  private static final int SHORT_FEE = 36;

  private static final int BRIEF_STEP = 180;

  private final Messages messages;
  private final SlipWords words;
  private final AnswerCard card;

  ProcedureSlip(Messages messages, AnswerCard card) {
    this.messages = messages;
    this.words = new SlipWords(messages);
    this.card = card;
  }

  /** Time limit, due day and fee; "see below" where the ways to file differ. */
  List<Slip.Fact> key() {
    List<Filing> filings = handling().filings();
    boolean oneLimit = isOneLimit(filings);
    boolean oneFee = isOneFee(filings);
    Filing first = filings.isEmpty() ? null : filings.getFirst();
    return List.of(
        oneLimit ? limitFact(first) : below("slip.limit"),
        oneLimit ? dueFact(first) : below("slip.due"),
        oneFee ? feeFact(first) : below("slip.fee"));
  }

  List<Slip.Section> sections() {
    List<Slip.Section> sections = new ArrayList<>();
    add(sections, "slip.section.dossier", dossier());
    List<String> steps = handling().steps();
    add(
        sections,
        "slip.section.steps",
        List.of(steps.isEmpty() ? unknown("slip.steps.none") : new Slip.Steps(steps)));
    add(sections, "slip.section.filing", List.of(filings()));
    add(sections, "slip.fee", longFees());
    add(sections, "slip.section.bodies", List.of(new Slip.Facts(bodies())));
    text(sections, "slip.section.conditions", handling().conditions());
    text(sections, "slip.section.result", handling().result());
    return sections;
  }

  /** The steps in one line each; empty when the source does not give them. */
  List<String> briefSteps() {
    return handling().steps().stream().map(ProcedureSlip::brief).toList();
  }

  private static String brief(String step) {
    String line = step.lines().findFirst().orElse("").strip();
    if (line.length() <= BRIEF_STEP) {
      return line;
    }
    int cut = line.lastIndexOf(' ', BRIEF_STEP);
    return line.substring(0, cut < 0 ? BRIEF_STEP : cut) + " …";
  }

  private Slip.Fact limitFact(@Nullable Filing filing) {
    String limit = filing == null ? null : limit(filing);
    if (limit == null) {
      return unsure("slip.limit", messages.text("slip.unknown"), "slip.limit.none");
    }
    return Objects.requireNonNull(filing).limit() == null
        ? unsure("slip.limit", limit, "slip.limit.bare")
        : new Slip.Fact(messages.text("slip.limit"), limit, Tone.NEUTRAL, null);
  }

  private Slip.Fact dueFact(@Nullable Filing filing) {
    if (filing == null || filing.due() == null) {
      return unsure("slip.due", messages.text("slip.unknown"), "slip.due.none");
    }
    String key = filing.dueProvisional() ? "slip.due.provisional" : "slip.due.filed";
    return new Slip.Fact(
        messages.text("slip.due"),
        words.day(filing.due()),
        Tone.NEUTRAL,
        messages.text(key, words.day(handling().received())));
  }

  private Slip.Fact feeFact(@Nullable Filing filing) {
    Fee fee = filing == null ? null : filing.fee();
    if (fee == null || fee.text() == null) {
      return unsure("slip.fee", messages.text("slip.unknown"), "slip.fee.none");
    }
    if (isLong(fee)) {
      return below("slip.fee");
    }
    return fee.doubtful()
        ? unsure("slip.fee", fee.text(), "slip.fee.doubtful")
        : new Slip.Fact(messages.text("slip.fee"), fee.text(), Tone.NEUTRAL, null);
  }

  private boolean isOneLimit(List<Filing> filings) {
    return same(filings.stream().map(filing -> limit(filing) + filing.due()));
  }

  private static boolean isOneFee(List<Filing> filings) {
    return same(filings.stream().map(Filing::fee));
  }

  private @Nullable String limit(Filing filing) {
    TimeLimit limit = filing.limit();
    return limit == null
        ? filing.limitAsGiven()
        : messages.text("limit." + limit.unit(), limit.amount());
  }

  private Slip.Block filings() {
    List<Filing> filings = handling().filings();
    if (filings.isEmpty()) {
      return unknown("slip.filing.none");
    }
    boolean noted = filings.stream().anyMatch(filing -> filing.note() != null);
    if (isOneLimit(filings) && isOneFee(filings) && !noted) {
      return new Slip.Text(filings.stream().map(Filing::channel).collect(Collectors.joining("; ")));
    }
    return new Slip.Items(filings.stream().map(this::filing).toList());
  }

  private Slip.Item filing(Filing filing) {
    Fee fee = filing.fee();
    String limit = limit(filing);
    String text =
        messages.text(
            "slip.filing.line",
            filing.channel(),
            limit == null ? messages.text("slip.unknown") : limit + bareUnit(filing),
            filing.due() == null ? messages.text("slip.unknown") : words.day(filing.due()),
            isLong(fee) ? messages.text("slip.below") : words.orUnknown(text(fee)));
    return new Slip.Item(text, filing.note(), null, Tone.NEUTRAL);
  }

  private static @Nullable String text(@Nullable Fee fee) {
    return fee == null ? null : fee.text();
  }

  private static boolean isLong(@Nullable Fee fee) {
    return fee != null && fee.text() != null && fee.text().length() > SHORT_FEE;
  }

  /** Long fees, each once: sources give the same parts in another order for each way to file. */
  private List<Slip.Block> longFees() {
    Map<Set<String>, Fee> once = new LinkedHashMap<>();
    for (Filing filing : handling().filings()) {
      Fee fee = filing.fee();
      if (fee != null && isLong(fee)) {
        once.putIfAbsent(Set.copyOf(fee.parts()), fee);
      }
    }
    List<Slip.Item> items = new ArrayList<>();
    for (Fee fee : once.values()) {
      for (String part : fee.parts()) {
        items.add(new Slip.Item(part.replace(" + ", "\n+ "), null, null, Tone.NEUTRAL));
      }
    }
    return items.isEmpty() ? List.of() : List.of(new Slip.Items(items));
  }

  private String bareUnit(Filing filing) {
    return filing.limit() == null ? " (" + messages.text("slip.limit.bare") + ")" : "";
  }

  private List<Slip.Block> dossier() {
    List<Slip.Block> blocks = new ArrayList<>();
    for (AnswerCard.DossierGroup group : handling().dossier()) {
      List<Slip.Item> items = group.items().stream().map(this::paper).toList();
      blocks.add(new Slip.Checklist(group.name(), items));
    }
    return blocks.isEmpty() ? List.of(unknown("slip.dossier.none")) : blocks;
  }

  private Slip.Item paper(DossierItem item) {
    String note =
        Stream.of(
                copies("slip.originals", item.originals()),
                copies("slip.copies", item.copies()),
                item.form() == null || item.form().isBlank()
                    ? null
                    : messages.text("slip.form", item.form()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return new Slip.Item(item.name(), note.isEmpty() ? null : note, null, Tone.NEUTRAL);
  }

  private @Nullable String copies(String key, @Nullable String count) {
    if (count == null || !count.matches("0*[1-9]\\d*")) {
      return null;
    }
    return messages.text(key, count.replaceFirst("^0+", ""));
  }

  private List<Slip.Fact> bodies() {
    return List.of(
        fact("slip.agency", handling().agency()),
        fact("slip.authority", handling().authority()),
        fact("slip.subjects", handling().subjects()));
  }

  private Slip.Fact fact(String key, @Nullable String value) {
    return new Slip.Fact(messages.text(key), words.orUnknown(value), Tone.NEUTRAL, null);
  }

  private Slip.Fact unsure(String key, String value, String note) {
    return new Slip.Fact(messages.text(key), value, Tone.UNSURE, messages.text(note));
  }

  private Slip.Fact below(String key) {
    return new Slip.Fact(messages.text(key), messages.text("slip.below"), Tone.NEUTRAL, null);
  }

  private Slip.Text unknown(String key) {
    return new Slip.Text(messages.text(key));
  }

  private void text(List<Slip.Section> sections, String heading, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      add(sections, heading, List.of(new Slip.Text(text)));
    }
  }

  private void add(List<Slip.Section> sections, String heading, List<Slip.Block> blocks) {
    if (!blocks.isEmpty()) {
      sections.add(new Slip.Section(messages.text(heading), blocks));
    }
  }

  private static boolean same(Stream<? extends @Nullable Object> values) {
    return values.distinct().count() <= 1;
  }

  private AnswerCard.Handling handling() {
    return Objects.requireNonNull(card.handling());
  }
}

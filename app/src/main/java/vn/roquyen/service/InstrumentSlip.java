package vn.roquyen.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Instrument;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Slip;
import vn.roquyen.report.Tone;

/** What a slip says of an instrument: whether it is in force, its relations, what rests on it. */
final class InstrumentSlip {
  private final Messages messages;
  private final SlipWords words;
  private final AnswerCard card;

  InstrumentSlip(Messages messages, AnswerCard card) {
    this.messages = messages;
    this.words = new SlipWords(messages);
    this.card = card;
  }

  Slip.Verdict verdict() {
    AnswerCard.InstrumentFacts facts = facts();
    String status = words.status(facts.status());
    String said = status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
    String day = messages.text("slip.instrument.on", words.day(card.place().date()));
    return new Slip.Verdict(words.tone(facts.status()), said, List.of(day));
  }

  List<Slip.Fact> key() {
    Instrument instrument = facts().instrument();
    return List.of(
        fact("slip.instrument.number", instrument.number()),
        fact(
            "slip.instrument.issued",
            instrument.issuedOn() == null ? null : words.day(instrument.issuedOn())),
        fact("slip.instrument.issuer", facts().issuer()));
  }

  List<Slip.Section> sections() {
    AnswerCard.InstrumentFacts facts = facts();
    Instrument instrument = facts.instrument();
    List<Slip.Section> sections = new ArrayList<>();
    List<Slip.Fact> term =
        List.of(
            fact("slip.instrument.kind", instrument.kind()),
            fact("slip.instrument.from", words.dayOrUnknown(instrument.effectiveFrom())),
            fact("slip.instrument.to", words.dayOrUnknown(instrument.effectiveTo())));
    add(sections, "slip.section.instrument", new Slip.Facts(term));
    if (!facts.relations().isEmpty()) {
      List<Slip.Item> relations = facts.relations().stream().map(this::related).toList();
      add(sections, "slip.section.relations", new Slip.Items(relations));
    }
    if (!facts.resting().isEmpty()) {
      List<Slip.Item> resting = facts.resting().stream().map(this::resting).toList();
      add(sections, "slip.section.resting", new Slip.Items(resting));
    }
    return sections;
  }

  private Slip.Item related(AnswerCard.Related related) {
    String way = related.outgoing() ? "slip.relation.out" : "slip.relation.in";
    String text = messages.text(way + "." + related.relation(), related.label());
    return new Slip.Item(
        text, related.note(), words.status(related.status()), words.tone(related.status()));
  }

  private Slip.Item resting(AnswerCard.Resting resting) {
    return new Slip.Item(
        resting.title(), messages.name("mode", resting.mode()), null, Tone.NEUTRAL);
  }

  private Slip.Fact fact(String key, @Nullable String value) {
    return new Slip.Fact(messages.text(key), words.orUnknown(value), Tone.NEUTRAL, null);
  }

  private void add(List<Slip.Section> sections, String heading, Slip.Block block) {
    sections.add(new Slip.Section(messages.text(heading), List.of(block)));
  }

  private AnswerCard.InstrumentFacts facts() {
    return Objects.requireNonNull(card.instrument());
  }
}

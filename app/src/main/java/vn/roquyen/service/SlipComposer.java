package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Slip;
import vn.roquyen.report.Tone;

/** Says on a slip what the answer card knows, in one language; what is unknown is said to be so. */
final class SlipComposer {
  /** What the foot and the list of bases say anyway. */
  private static final Set<WarningCode> SAID_ELSEWHERE =
      EnumSet.of(
          WarningCode.SNAPSHOT,
          WarningCode.BASIS_STATUS_UNKNOWN,
          WarningCode.BASIS_NUMBER_MISSING,
          WarningCode.BASIS_DATE_MISSING);

  private final Messages messages;
  private final @Nullable LocalDate dataDate;
  private final @Nullable LocalDate known;
  private final SlipWords words;

  /**
   * @param known the day of the past whose knowledge the slip tells, or null
   */
  SlipComposer(Messages messages, @Nullable LocalDate dataDate, @Nullable LocalDate known) {
    this.messages = messages;
    this.dataDate = dataDate;
    this.known = known;
    this.words = new SlipWords(messages);
  }

  Slip slip(AnswerCard card) {
    ProcedureSlip procedure = new ProcedureSlip(messages, card);
    List<Slip.Fact> key =
        switch (card.subject().kind()) {
          case PROCEDURE -> procedure.key();
          case INSTRUMENT -> new InstrumentSlip(messages, card).key();
          case POWER -> List.of();
        };
    return new Slip(
        messages.locale().getLanguage(),
        card.place().unit().fullName(),
        messages.text("slip.day", words.day(card.place().date())),
        messages.text("slip.heading"),
        card.subject().title(),
        facts(card),
        verdict(card),
        key,
        sections(card),
        messages.text("slip.closing"),
        foot(card),
        messages.text("slip.page"));
  }

  private List<String> facts(AnswerCard card) {
    String modes =
        card.subject().modes().stream()
            .map(mode -> messages.name("mode", mode))
            .collect(Collectors.joining(", "));
    return Stream.of(
            messages.name("kind", card.subject().kind()),
            card.subject().kind() == RecordKind.PROCEDURE
                ? messages.text("slip.code", card.subject().id())
                : null,
            modes.isEmpty() ? null : modes,
            card.subject().field(),
            known == null ? null : messages.text("slip.known", words.day(known)))
        .filter(Objects::nonNull)
        .toList();
  }

  Slip.Verdict verdict(AnswerCard card) {
    Competence competence = card.competence();
    if (competence == null) {
      return new InstrumentSlip(messages, card).verdict();
    }
    List<String> advice = new ArrayList<>();
    if (competence.answer() == Answer.UNDETERMINED) {
      competence.warnings().stream()
          .filter(SlipComposer::isReason)
          .map(messages::of)
          .distinct()
          .forEach(advice::add);
    }
    advice.add(advice(card, competence));
    String said =
        competence.answer() == Answer.UNDETERMINED
            ? messages.name("answer", competence.answer())
            : messages.verdict(competence);
    return new Slip.Verdict(words.tone(competence.answer()), said, advice);
  }

  /** Who to go to; only a procedure has a place where papers are handed in. */
  private String advice(AnswerCard card, Competence competence) {
    Answer answer = competence.answer();
    String holders =
        competence.holders().stream()
            .filter(holder -> answer != Answer.COMMUNE || holder.isCommune())
            .map(Competence.Holder::name)
            .collect(Collectors.joining("; "));
    String key = card.handling() == null ? "slip.ask." : "slip.file.";
    return messages.text(key + answer, holders, card.place().unit().fullName());
  }

  private List<Slip.Section> sections(AnswerCard card) {
    List<Slip.Section> sections = new ArrayList<>();
    if (card.subject().description() != null) {
      add(sections, "slip.section.description", new Slip.Text(card.subject().description()));
    }
    if (card.handling() != null) {
      sections.addAll(new ProcedureSlip(messages, card).sections());
    }
    Competence competence = card.competence();
    if (competence != null) {
      sections.addAll(new GrantSlip(messages).sections(competence));
    }
    if (!card.basis().isEmpty()) {
      add(sections, "slip.section.basis", new Slip.Items(basis(card)));
    }
    if (card.instrument() != null) {
      sections.addAll(new InstrumentSlip(messages, card).sections());
    }
    if (competence != null) {
      List<Slip.Item> warnings = warnings(competence);
      if (!warnings.isEmpty()) {
        add(sections, "slip.section.warnings", new Slip.Items(warnings));
      }
    }
    return sections;
  }

  private void add(List<Slip.Section> sections, String heading, Slip.Block block) {
    sections.add(new Slip.Section(messages.text(heading), List.of(block)));
  }

  /**
   * Documents of which only the number is known stand together: each on a line would say no more.
   */
  List<Slip.Item> basis(AnswerCard card) {
    List<Slip.Item> items = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (AnswerCard.Basis basis : card.basis()) {
      if (basis.instrumentId() == null) {
        bare.add(basis.label());
      } else {
        items.add(words.basis(basis));
      }
    }
    if (!bare.isEmpty()) {
      items.add(
          new Slip.Item(
              String.join("; ", bare), null, messages.text("slip.basis.bare"), Tone.UNSURE));
    }
    return items;
  }

  /** What the verdict and other parts do not say already. */
  List<Slip.Item> warnings(Competence competence) {
    Map<String, Slip.Item> once = new LinkedHashMap<>();
    for (Warning warning : competence.warnings()) {
      boolean said =
          SAID_ELSEWHERE.contains(warning.code())
              || (competence.answer() == Answer.UNDETERMINED && isReason(warning));
      if (!said) {
        String text = messages.of(warning);
        once.put(text, new Slip.Item(text, warning.code().citation(), null, Tone.CAUTION));
      }
    }
    return List.copyOf(once.values());
  }

  private static boolean isReason(Warning warning) {
    return warning.code().severity() == WarningCode.Severity.REASON;
  }

  String foot(AnswerCard card) {
    LocalDate snapshot = card.source().snapshot();
    if (snapshot != null) {
      return messages.text("slip.foot.catalogue", words.day(snapshot), card.source().revision());
    }
    String day = dataDate == null ? messages.text("slip.unknown") : words.day(dataDate);
    return messages.text("slip.foot", day, card.source().revision());
  }
}

package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Handbook;
import vn.roquyen.report.Slip;
import vn.roquyen.report.Tone;

/** Says in a handbook what the answer cards know, field by field, in one language. */
final class HandbookComposer {
  private static final int GROUP = 8;

  /**
   * From what the handbook is made.
   *
   * @param date the day for which it answers
   * @param dataDate the day up to which the data reach, or null
   * @param known the day of the past whose knowledge it tells, or null
   * @param digest of the public register
   */
  record Origin(
      Register register,
      LocalDate date,
      @Nullable LocalDate dataDate,
      @Nullable LocalDate known,
      String digest) {}

  /** Powers that a class received without an organ of it being named. */
  record Unnamed(String receiver, int count) {}

  private final Messages messages;
  private final Origin origin;
  private final SlipWords words;
  private final SlipComposer slips;
  private final VietnameseOrder alphabet = new VietnameseOrder();

  HandbookComposer(Messages messages, Origin origin) {
    this.messages = messages;
    this.origin = origin;
    this.words = new SlipWords(messages);
    this.slips = new SlipComposer(messages, origin.dataDate(), origin.known());
  }

  Handbook handbook(
      Commune unit, @Nullable Body body, List<AnswerCard> cards, @Nullable Unnamed unnamed) {
    String owner =
        body == null
            ? unit.fullName()
            : messages.text("handbook.owner", body.name(), unit.fullName());
    return new Handbook(
        messages.locale().getLanguage(),
        messages.text("handbook.heading"),
        owner,
        messages.text("handbook.day", words.day(origin.date())),
        verdicts(cards),
        facts(unit, cards),
        notes(cards, unnamed),
        seal(unit, body),
        messages.text("handbook.contents"),
        chapters(cards),
        messages.text(
            "slip.foot",
            words.dayOrUnknown(origin.dataDate()),
            Long.toString(origin.register().revision())),
        messages.text("slip.page"));
  }

  private List<Slip.Fact> verdicts(List<AnswerCard> cards) {
    List<Slip.Fact> facts = new ArrayList<>();
    for (Answer answer : Answer.values()) {
      long count =
          cards.stream()
              .map(AnswerCard::competence)
              .filter(one -> one != null && one.answer() == answer)
              .count();
      facts.add(
          new Slip.Fact(
              messages.name("answer", answer), Long.toString(count), words.tone(answer), null));
    }
    return facts;
  }

  private List<Slip.Fact> facts(Commune unit, List<AnswerCard> cards) {
    return List.of(
        fact("handbook.fact.unit", unit.fullName() + " (" + unit.code() + ")"),
        fact("handbook.fact.date", words.day(origin.date())),
        fact("handbook.fact.data", words.dayOrUnknown(origin.dataDate())),
        fact("handbook.fact.revision", Long.toString(origin.register().revision())),
        fact("handbook.fact.count", Integer.toString(cards.size())));
  }

  private Slip.Fact fact(String key, String value) {
    return new Slip.Fact(messages.text(key), value, Tone.NEUTRAL, null);
  }

  private List<String> notes(List<AnswerCard> cards, @Nullable Unnamed unnamed) {
    LocalDate known = origin.known();
    return Stream.of(
            known == null ? null : messages.text("handbook.note.known", words.day(known)),
            messages.text("handbook.note"),
            cards.isEmpty() ? messages.text("handbook.note.empty") : null,
            unnamed == null
                ? null
                : messages.text("handbook.note.unnamed", unnamed.count(), unnamed.receiver()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Plain ASCII, so that every reader of codes shows it right. */
  private Handbook.Seal seal(Commune unit, @Nullable Body body) {
    String code =
        "roquyen:handbook?unit="
            + unit.code()
            + (body == null ? "" : "&body=" + body.id().replaceAll("[^A-Za-z0-9._-]", "_"))
            + "&at="
            + origin.date()
            + (origin.known() == null ? "" : "&known=" + origin.known())
            + "&data="
            + Objects.toString(origin.dataDate(), "")
            + "&revision="
            + origin.register().revision()
            + "&sha256="
            + origin.digest();
    return new Handbook.Seal(
        code,
        messages.text("handbook.seal"),
        origin.digest().replaceAll("(.{" + GROUP + "})", "$1 ").strip());
  }

  private List<Handbook.Chapter> chapters(List<AnswerCard> cards) {
    Map<String, List<AnswerCard>> byField = new TreeMap<>(alphabet);
    List<AnswerCard> fieldless = new ArrayList<>();
    List<AnswerCard> procedures = new ArrayList<>();
    for (AnswerCard card : cards) {
      String field = field(card);
      if (card.subject().kind() == RecordKind.PROCEDURE) {
        procedures.add(card);
      } else if (field == null) {
        fieldless.add(card);
      } else {
        byField.computeIfAbsent(field, fresh -> new ArrayList<>()).add(card);
      }
    }
    Map<String, List<AnswerCard>> all = new LinkedHashMap<>(byField);
    all.put(messages.text("coverage.fieldless"), fieldless);
    all.put(messages.text("handbook.procedures"), procedures);
    List<Handbook.Chapter> chapters = new ArrayList<>();
    int[] number = new int[1];
    all.forEach(
        (heading, found) -> {
          if (!found.isEmpty()) {
            chapters.add(
                new Handbook.Chapter(
                    heading,
                    found.stream()
                        .sorted(Comparator.comparing(card -> card.subject().title(), alphabet))
                        .map(card -> entry(++number[0], card))
                        .toList()));
          }
        });
    return chapters;
  }

  private @Nullable String field(AnswerCard card) {
    Power power = origin.register().powers().get(card.subject().id());
    List<Field> path = power == null ? List.of() : origin.register().fieldPath(power.fieldId());
    return path.isEmpty() ? null : path.getFirst().name();
  }

  private Handbook.Entry entry(int number, AnswerCard card) {
    String modes =
        card.subject().modes().stream()
            .map(mode -> messages.name("mode", mode))
            .collect(Collectors.joining(", "));
    List<String> facts =
        Stream.of(modes, messages.text("slip.code", card.subject().id()))
            .filter(text -> !text.isEmpty())
            .toList();
    boolean isProcedure = card.handling() != null;
    return new Handbook.Entry(
        number + ". " + card.subject().title(),
        facts,
        slips.verdict(card),
        isProcedure ? new ProcedureSlip(messages, card).key() : List.of(),
        sections(card));
  }

  private List<Slip.Section> sections(AnswerCard card) {
    List<Slip.Section> sections = new ArrayList<>();
    Competence competence = card.competence();
    if (card.handling() != null) {
      List<String> steps = new ProcedureSlip(messages, card).briefSteps();
      if (!steps.isEmpty()) {
        add(sections, "slip.section.steps", new Slip.Steps(steps));
      }
    }
    if (competence != null) {
      sections.addAll(new GrantSlip(messages).brief(competence));
    }
    if (!card.basis().isEmpty()) {
      add(sections, "slip.section.basis", new Slip.Items(slips.basis(card)));
    }
    List<Slip.Item> warnings = competence == null ? List.of() : slips.warnings(competence);
    if (!warnings.isEmpty()) {
      add(sections, "slip.section.warnings", new Slip.Items(warnings));
    }
    return sections;
  }

  private void add(List<Slip.Section> sections, String heading, Slip.Block block) {
    sections.add(new Slip.Section(messages.text(heading), List.of(block)));
  }
}

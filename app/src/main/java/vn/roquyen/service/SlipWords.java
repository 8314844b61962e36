package vn.roquyen.service;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Slip;
import vn.roquyen.report.Tone;

/** Words and tones that all parts of a slip share. */
final class SlipWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final Messages messages;

  SlipWords(Messages messages) {
    this.messages = messages;
  }

  String day(LocalDate day) {
    return DAY.format(day);
  }

  String dayOrUnknown(@Nullable LocalDate day) {
    return day == null ? messages.text("slip.unknown") : day(day);
  }

  String orUnknown(@Nullable String text) {
    return Objects.requireNonNullElseGet(text, () -> messages.text("slip.unknown"));
  }

  Tone tone(Answer answer) {
    return switch (answer) {
      case COMMUNE -> Tone.GOOD;
      case NOT_COMMUNE -> Tone.BAD;
      case UNDETERMINED -> Tone.UNSURE;
    };
  }

  Tone tone(InstrumentStatus status) {
    return switch (status) {
      case IN_FORCE -> Tone.GOOD;
      case EXPIRED, SUSPENDED, NOT_YET_IN_FORCE -> Tone.BAD;
      case PARTLY_EXPIRED, UNKNOWN -> Tone.UNSURE;
    };
  }

  String status(InstrumentStatus status) {
    return messages.name("status", status);
  }

  /** A document with what is known of it. */
  Slip.Item basis(AnswerCard.Basis basis) {
    boolean titled = basis.number() != null && basis.title() != null;
    String text = titled ? basis.number() + ": " + basis.title() : basis.label();
    String note =
        Stream.of(
                basis.provision(),
                basis.issuer(),
                basis.number() == null ? messages.text("slip.basis.unnumbered") : null,
                basis.issuedOn() == null
                    ? messages.text("slip.basis.undated")
                    : messages.text("slip.basis.issued", day(basis.issuedOn())))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return new Slip.Item(
        text, note.isEmpty() ? null : note, status(basis.status()), tone(basis.status()));
  }
}

package vn.roquyen.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day as people type it: {@code 24/11/2026}, also with - or ., or {@code 2026-11-24}. */
final class Day implements ITypeConverter<LocalDate> {
  private static final DateTimeFormatter VIETNAMESE =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  @Override
  public LocalDate convert(String text) {
    try {
      return text.matches("\\d{4}-.*")
          ? LocalDate.parse(text)
          : LocalDate.parse(text.strip().replaceAll("[-.]", "/"), VIETNAMESE);
    } catch (DateTimeParseException notADay) {
      throw new TypeConversionException(text);
    }
  }

  /** A day as Vietnamese papers write it. */
  static String text(LocalDate day) {
    return WRITTEN.format(day);
  }
}

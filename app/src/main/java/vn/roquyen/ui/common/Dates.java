package vn.roquyen.ui.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** Days as people here write them: dd/MM/yyyy. */
public final class Dates {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  public static String text(LocalDate date) {
    return SHOWN.format(date);
  }

  /** The minute by the clock of this machine. */
  public static String minute(Instant at) {
    return MINUTE.format(at.atZone(ZoneId.systemDefault()));
  }

  /** The day as text, or a dash when it is not known. */
  public static String textOrDash(@Nullable LocalDate date) {
    return date == null ? "–" : text(date);
  }

  /** Reads {@code 3/9/2026}, {@code 03-09-2026} or {@code 03.09.2026}; null when it is no day. */
  public static @Nullable LocalDate parse(String typed) {
    try {
      return LocalDate.parse(typed.strip().replace('-', '/').replace('.', '/'), TYPED);
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }
}

package vn.roquyen.ui.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name without diacritics and capitals, for filters that find it however it is typed. */
public final class PlainName {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private PlainName() {}

  /** "Mường Nhé" and "muong nhe" give the same. */
  public static String of(String name) {
    return MARKS
        .matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFD))
        .replaceAll("")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .toLowerCase(Locale.ROOT);
  }
}

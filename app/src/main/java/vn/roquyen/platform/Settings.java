package vn.roquyen.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one person chose on this machine. Kept beside the data, never part of the register.
 *
 * @param role null until the person has said who he is
 * @param unit code of the commune, null until chosen
 * @param textPercent size of all text, 100 to 200
 */
public record Settings(
    @Nullable Role role, @Nullable String unit, int textPercent, Language language, Theme theme) {
  public static final int SMALLEST_TEXT = 100;
  public static final int LARGEST_TEXT = 200;

  /** What a new data folder starts with. */
  public static final Settings FIRST =
      new Settings(null, null, SMALLEST_TEXT, Language.VI, Theme.LIGHT);

  /** Who works with the program; decides only which screen comes first. */
  public enum Role {
    CLERK,
    OFFICIAL,
    INSPECTOR,
    PUBLISHER
  }

  /** Language of the window. */
  public enum Language {
    VI,
    EN;

    public Locale locale() {
      return Locale.of(name().toLowerCase(Locale.ROOT));
    }
  }

  /** Colours of the window. */
  public enum Theme {
    LIGHT,
    DARK
  }

  public Settings {
    textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
  }

  /** True when the three questions of the first start were answered. */
  public boolean isComplete() {
    return role != null && unit != null;
  }

  public Settings withRole(Role chosen) {
    return new Settings(chosen, unit, textPercent, language, theme);
  }

  public Settings withUnit(String chosen) {
    return new Settings(role, chosen, textPercent, language, theme);
  }

  public Settings withTextPercent(int chosen) {
    return new Settings(role, unit, chosen, language, theme);
  }

  public Settings withLanguage(Language chosen) {
    return new Settings(role, unit, textPercent, chosen, theme);
  }

  public Settings withTheme(Theme chosen) {
    return new Settings(role, unit, textPercent, language, chosen);
  }
}

package vn.roquyen.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The program's texts in one language: Vietnamese first, English second. */
public final class Messages {
  private static final String BUNDLE = "vn.roquyen.messages";

  private final ResourceBundle bundle;
  private final Locale locale;

  /** The texts of a language; any language but English is answered in Vietnamese. */
  public Messages(Locale locale) {
    this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.of("vi");
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            this.locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The text of a key with its arguments filled in. */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The text of a key with a list of arguments. */
  public String text(String key, List<String> arguments) {
    return text(key, arguments.toArray());
  }

  public Locale locale() {
    return locale;
  }

  /** The bundle for FXML. */
  public ResourceBundle bundle() {
    return bundle;
  }
}

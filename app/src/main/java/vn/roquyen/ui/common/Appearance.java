package vn.roquyen.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.FeatherIkonHandler;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.Settings.Theme;

/** Fonts, colours and text size of the whole window. */
public final class Appearance {
  /** Height of the text at 100 %, in pixels; everything else is measured in em. */
  private static final double BASE_PIXELS = 14;

  private static final String HOME = "/vn/roquyen/ui/";

  private Appearance() {}

  /** Loads the embedded fonts; once, before the first scene. */
  public static void loadFonts() {
    for (String weight : List.of("Regular", "Medium", "SemiBold", "Bold")) {
      Font.loadFont(
          Appearance.class
              .getResource("/vn/roquyen/fonts/BeVietnamPro-" + weight + ".ttf")
              .toExternalForm(),
          BASE_PIXELS);
    }
    Font.loadFont(new FeatherIkonHandler().getFontResource().toExternalForm(), BASE_PIXELS);
  }

  /**
   * Chooses the theme. The first time before any control is made: the first control would otherwise
   * load JavaFX's own theme, which costs as much time as ours and is thrown away.
   */
  public static void useTheme(Settings settings) {
    boolean dark = settings.theme() == Theme.DARK;
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheetBSS());
  }

  /** Dresses a scene as the settings say; popups of the scene follow. */
  public static void apply(Scene scene, Settings settings) {
    boolean dark = settings.theme() == Theme.DARK;
    useTheme(settings);
    scene
        .getStylesheets()
        .setAll(sheet(dark ? "dark.css" : "light.css"), sheet("roquyen.css"), size(settings));
  }

  /** How many em fit into a width. */
  public static double em(double pixels, Settings settings) {
    return pixels / pixels(settings);
  }

  private static double pixels(Settings settings) {
    return BASE_PIXELS * settings.textPercent() / 100;
  }

  /**
   * A sheet, because a popup has a root of its own that an inline style would not reach. A menu has
   * the style classes of its button too, whose smaller letters would be made smaller each time.
   */
  private static String size(Settings settings) {
    String rule = ".root, .context-menu { -fx-font-size: " + pixels(settings) + "px; }";
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.US_ASCII));
  }

  private static String sheet(String name) {
    return Appearance.class.getResource(HOME + name).toExternalForm();
  }
}

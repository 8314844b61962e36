package vn.roquyen.ui.common;

import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/**
 * Icons of the Feather set as glyphs of its font, so that they grow with the text: a style sheet
 * can give their size in em, which {@code FontIcon} cannot.
 */
public final class Icons {
  private Icons() {}

  /** An icon in the size and colour of the text around it; a mere picture for screen readers. */
  public static Text of(Feather icon) {
    Text glyph = new Text(new String(Character.toChars(icon.getCode())));
    glyph.getStyleClass().add("rq-icon");
    glyph.setMouseTransparent(true);
    return glyph;
  }

  /** The same with one more style class. */
  public static Text of(Feather icon, String styleClass) {
    Text glyph = of(icon);
    glyph.getStyleClass().add(styleClass);
    return glyph;
  }
}

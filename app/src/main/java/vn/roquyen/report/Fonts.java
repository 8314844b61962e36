package vn.roquyen.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/** The fonts of one document, embedded with the letters that are used, and how wide texts are. */
final class Fonts {
  /** Weights of Be Vietnam Pro. */
  enum Weight {
    REGULAR("BeVietnamPro-Regular.ttf"),
    MEDIUM("BeVietnamPro-Medium.ttf"),
    SEMIBOLD("BeVietnamPro-SemiBold.ttf"),
    BOLD("BeVietnamPro-Bold.ttf");

    private final String file;

    Weight(String file) {
      this.file = file;
    }
  }

  /** Letters that sources write by mistake or that only one program's fonts have. */
  private static final Map<Integer, String> INSTEAD =
      Map.of(0x01A3, "ư", 0x0421, "C", 0x0422, "T", 0x25CF, "•", 0x2003, " ", 0x202F, "\u00A0");

  private static final String FOLDER = "/vn/roquyen/fonts/";
  private static final String UNKNOWN = "?";

  private final Map<Weight, PDType0Font> fonts = new EnumMap<>(Weight.class);
  private final Map<Weight, Map<Integer, Float>> widths = new EnumMap<>(Weight.class);
  private final Map<Integer, String> printable = new HashMap<>();

  /**
   * Loads the fonts into a document.
   *
   * @throws Fault FONT_MISSING
   */
  Fonts(PDDocument document) {
    for (Weight weight : Weight.values()) {
      fonts.put(weight, load(document, weight.file));
    }
  }

  PDType0Font font(Weight weight) {
    return Objects.requireNonNull(fonts.get(weight));
  }

  /** Width of a printable text in points. */
  float width(String text, Weight weight, float size) {
    Map<Integer, Float> known = widths.computeIfAbsent(weight, fresh -> new HashMap<>());
    float width = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      width += known.computeIfAbsent(text.codePointAt(at), point -> width(point, weight));
    }
    return width * size / 1000;
  }

  private float width(int point, Weight weight) {
    try {
      return font(weight).getStringWidth(Character.toString(point));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The text as it can be printed: composed, because PDFBox draws decomposed letters wrong, without
   * control characters, and with a substitute for letters that the font does not have.
   */
  String printable(String text) {
    StringBuilder clean = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(point -> clean.append(printable.computeIfAbsent(point, this::letter)));
    return clean.toString();
  }

  private String letter(int point) {
    if (point == '\n') {
      return "\n";
    }
    if (point == '\t' || point == '\r') {
      return " ";
    }
    int type = Character.getType(point);
    if (type == Character.CONTROL || type == Character.FORMAT) {
      return "";
    }
    if (type == Character.PRIVATE_USE) {
      return "•";
    }
    String instead = INSTEAD.getOrDefault(point, Character.toString(point));
    return has(instead) ? instead : UNKNOWN;
  }

  private boolean has(String letter) {
    try {
      for (PDType0Font font : fonts.values()) {
        font.encode(letter);
      }
      return true;
    } catch (IllegalArgumentException withoutGlyph) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PDType0Font load(PDDocument document, String file) {
    try (InputStream font = Fonts.class.getResourceAsStream(FOLDER + file)) {
      if (font == null) {
        throw new Fault(FaultCode.FONT_MISSING, file);
      }
      TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(font));
      // A ligature such as "fi" would be drawn, but could be neither copied nor searched.
      letters.setEnableGsub(false);
      return PDType0Font.load(document, letters, true);
    } catch (IOException damaged) {
      throw new Fault(FaultCode.FONT_MISSING, damaged, file);
    }
  }
}

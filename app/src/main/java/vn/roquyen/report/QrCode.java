package vn.roquyen.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A QR code, drawn as rectangles: sharp at every size and no picture in the file. */
final class QrCode {
  /** The white rim that readers need, in cells. */
  private static final int RIM = 4;

  private final BitMatrix cells;

  /**
   * @param text at most a few hundred ASCII characters
   */
  QrCode(String text) {
    try {
      cells =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      RIM));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(text, tooLong);
    }
  }

  /** Draws it, rim included, into a square whose upper left corner is given. */
  void draw(Paper paper, float left, float top, float side) {
    float cell = side / cells.getWidth();
    List<Paper.Area> dark = new ArrayList<>();
    for (int row = 0; row < cells.getHeight(); row++) {
      int column = 0;
      while (column < cells.getWidth()) {
        int end = column;
        while (end < cells.getWidth() && cells.get(end, row)) {
          end++;
        }
        if (end > column) {
          float width = (end - column) * cell;
          dark.add(new Paper.Area(left + column * cell, top - (row + 1) * cell, width, cell));
        }
        column = end + 1;
      }
    }
    paper.areas(dark, Palette.INK);
  }
}

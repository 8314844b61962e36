package vn.roquyen.report;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.roquyen.domain.PaperSize;

/**
 * Pages that are written from top to bottom. Holds the place where the next line goes and begins a
 * page when something no longer fits.
 */
final class Paper {
  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

  private final PDDocument document;
  private final Fonts fonts;
  private final PDRectangle size;
  private final float margin;
  private final float bottom;
  private final List<PDPageContentStream> pages = new ArrayList<>();
  private float top;

  /**
   * Begins the first page.
   *
   * @param margin left, right and top, in points
   * @param bottom room at the foot, in points
   */
  Paper(PDDocument document, Fonts fonts, PaperSize paper, float margin, float bottom) {
    this.document = document;
    this.fonts = fonts;
    this.size =
        new PDRectangle(
            paper.widthMillimetres() * POINTS_PER_MILLIMETRE,
            paper.heightMillimetres() * POINTS_PER_MILLIMETRE);
    this.margin = margin;
    this.bottom = bottom;
    newPage();
  }

  float left() {
    return margin;
  }

  float width() {
    return size.getWidth() - 2 * margin;
  }

  int pages() {
    return pages.size();
  }

  /** Where the next thing goes, measured from the lower edge. */
  float top() {
    return top;
  }

  /** Moves down; never begins a page. */
  void skip(float height) {
    top -= height;
  }

  /** Begins a page when less than this height is left, unless the page is still empty. */
  void need(float height) {
    if (top - height < bottom && top < size.getHeight() - margin) {
      newPage();
    }
  }

  /** Begins a page, unless the page is still empty. */
  void turn() {
    if (top < size.getHeight() - margin) {
      newPage();
    }
  }

  float height() {
    return size.getHeight();
  }

  /** The page that is written. */
  PDPage page() {
    return document.getPage(pages.size() - 1);
  }

  /** A rectangle by its lower left corner. */
  record Area(float left, float lower, float width, float height) {}

  /** Fills rectangles on the page that is written. */
  void areas(List<Area> areas, Color fill) {
    PDPageContentStream content = pages.getLast();
    draw(
        () -> {
          content.setNonStrokingColor(fill);
          for (Area area : areas) {
            content.addRect(area.left(), area.lower(), area.width(), area.height());
          }
          content.fill();
        });
  }

  /** Writes one line of printable text; the baseline is given. */
  void text(String text, Type type, float left, float baseline) {
    text(pages.size() - 1, text, type, left, baseline);
  }

  void text(int page, String text, Type type, float left, float baseline) {
    PDPageContentStream content = pages.get(page);
    draw(
        () -> {
          content.beginText();
          content.setFont(fonts.font(type.weight()), type.size());
          content.setNonStrokingColor(type.colour());
          content.newLineAtOffset(left, baseline);
          content.showText(text);
          content.endText();
        });
  }

  /** A filled rectangle with round corners. */
  void box(float left, float lower, float width, float height, float radius, Color fill) {
    PDPageContentStream content = pages.getLast();
    draw(
        () -> {
          content.setNonStrokingColor(fill);
          outline(content, left, lower, width, height, radius);
          content.fill();
        });
  }

  /** The frame of a rectangle with round corners. */
  void frame(float left, float lower, float width, float height, float radius, Color line) {
    PDPageContentStream content = pages.getLast();
    draw(
        () -> {
          content.setStrokingColor(line);
          content.setLineWidth(0.8f);
          outline(content, left, lower, width, height, radius);
          content.stroke();
        });
  }

  /** A line through some points, given as x, y, x, y … */
  void line(int page, Color colour, float thickness, float... points) {
    PDPageContentStream content = pages.get(page);
    draw(
        () -> {
          content.setStrokingColor(colour);
          content.setLineWidth(thickness);
          content.setLineCapStyle(1);
          content.setLineJoinStyle(1);
          content.moveTo(points[0], points[1]);
          for (int at = 2; at < points.length; at += 2) {
            content.lineTo(points[at], points[at + 1]);
          }
          content.stroke();
        });
  }

  void line(Color colour, float thickness, float... points) {
    line(pages.size() - 1, colour, thickness, points);
  }

  /** Ends the writing of all pages. */
  void finish() {
    pages.forEach(page -> draw(page::close));
  }

  private void newPage() {
    PDPage page = new PDPage(size);
    document.addPage(page);
    draw(() -> pages.add(new PDPageContentStream(document, page)));
    top = size.getHeight() - margin;
  }

  private static void outline(
      PDPageContentStream content, float left, float lower, float width, float height, float radius)
      throws IOException {
    float bend = radius * 0.4477f;
    float right = left + width;
    float upper = lower + height;
    content.moveTo(left + radius, lower);
    content.lineTo(right - radius, lower);
    content.curveTo(right - bend, lower, right, lower + bend, right, lower + radius);
    content.lineTo(right, upper - radius);
    content.curveTo(right, upper - bend, right - bend, upper, right - radius, upper);
    content.lineTo(left + radius, upper);
    content.curveTo(left + bend, upper, left, upper - bend, left, upper - radius);
    content.lineTo(left, lower + radius);
    content.curveTo(left, lower + bend, left + bend, lower, left + radius, lower);
    content.closePath();
  }

  @FunctionalInterface
  private interface Drawing {
    void run() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package vn.roquyen.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * The table of contents, and the same as the reader's outline. The titles are set before what they
 * name; the page numbers follow when it is known where that stands.
 */
final class HandbookContents {
  private record Row(
      Handbook.Mark mark, int number, PDPage page, float end, float top, float low) {}

  private final Handbook handbook;
  private final SlipStyle style;
  private final Flow flow;
  private final Paper paper;
  private final PDDocument document;
  private final float numbers;
  private final List<Row> rows = new ArrayList<>();
  private final Map<Handbook.Mark, HandbookEntry.Start> places = new HashMap<>();

  HandbookContents(Handbook handbook, SlipStyle style, Flow flow, PDDocument document) {
    this.handbook = handbook;
    this.style = style;
    this.flow = flow;
    this.paper = flow.paper();
    this.document = document;
    this.numbers = flow.width("000", style.body());
  }

  /** Sets all titles. */
  void draw() {
    flow.set(handbook.contents(), style.matter(), paper.left(), paper.width());
    paper.skip(style.unit());
    for (Handbook.Chapter chapter : handbook.chapters()) {
      paper.skip(style.unit() * 0.8f);
      paper.need(3 * style.body().leading());
      row(new Handbook.Mark(chapter, null), style.group(), 0);
      for (Handbook.Entry entry : chapter.entries()) {
        row(new Handbook.Mark(chapter, entry), style.body(), style.unit() * 2);
      }
    }
  }

  /** Notes where what a row names begins. */
  void reached(Handbook.Mark mark, HandbookEntry.Start start) {
    places.put(mark, start);
  }

  /** Sets the page numbers, makes the rows links and writes the outline. */
  void finish() throws IOException {
    for (Row row : rows) {
      HandbookEntry.Start place = Objects.requireNonNull(places.get(row.mark()));
      Type type = row.mark().entry() == null ? style.group() : style.body();
      String number = Integer.toString(place.number());
      float right = paper.left() + paper.width() - flow.width(number, type);
      float base = Flow.baseline(row.low() + type.leading(), type);
      paper.text(row.number(), number, type, right, base);
      if (row.end() + 2 * style.unit() < right) {
        float begin = row.end() + style.unit();
        float end = right - style.unit();
        paper.line(row.number(), Palette.RULE, 0.5f, begin, base, end, base);
      }
      link(row, place);
    }
    outline();
  }

  private void row(Handbook.Mark mark, Type type, float indent) {
    float left = paper.left() + indent;
    float width = paper.width() - indent - numbers - 2 * style.unit();
    paper.need(flow.height(mark.text(), type, width));
    float top = paper.top();
    float end = flow.set(mark.text(), type, left, width);
    rows.add(new Row(mark, paper.pages() - 1, paper.page(), end, top, paper.top()));
    paper.skip(style.unit() * 0.3f);
  }

  private void link(Row row, HandbookEntry.Start place) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(
        new PDRectangle(paper.left(), row.low(), paper.width(), row.top() - row.low()));
    PDBorderStyleDictionary none = new PDBorderStyleDictionary();
    none.setWidth(0);
    link.setBorderStyle(none);
    link.setDestination(destination(place));
    row.page().getAnnotations().add(link);
  }

  private void outline() {
    PDDocumentOutline outline = new PDDocumentOutline();
    PDOutlineItem chapter = null;
    for (Row row : rows) {
      PDOutlineItem item = new PDOutlineItem();
      item.setTitle(flow.printable(row.mark().text()));
      item.setDestination(destination(Objects.requireNonNull(places.get(row.mark()))));
      if (row.mark().entry() == null || chapter == null) {
        outline.addLast(item);
        chapter = item;
      } else {
        chapter.addLast(item);
      }
    }
    outline.openNode();
    document.getDocumentCatalog().setDocumentOutline(outline);
  }

  private static PDPageXYZDestination destination(HandbookEntry.Start place) {
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(place.page());
    destination.setTop(Math.round(place.top()) + 8);
    destination.setLeft(0);
    return destination;
  }
}

package vn.roquyen.report;

import java.util.List;
import java.util.Locale;
import vn.roquyen.domain.PaperSize;

/** The first page of a handbook: whose it is, for which day, what to know, and its seal. */
final class HandbookCover {
  private static final float SEAL = 118;

  private final Handbook handbook;
  private final SlipStyle style = SlipStyle.of(PaperSize.A4);
  private final Flow flow;
  private final Paper paper;

  HandbookCover(Handbook handbook, Flow flow) {
    this.handbook = handbook;
    this.flow = flow;
    this.paper = flow.paper();
  }

  void draw() {
    paper.skip(90);
    paper.line(Palette.ACCENT, 2.4f, paper.left(), paper.top(), paper.left() + 54, paper.top());
    paper.skip(style.unit() * 3);
    Type heading = new Type(Fonts.Weight.BOLD, 32, 40, Palette.ACCENT);
    flow.set(handbook.heading().toUpperCase(Locale.ROOT), heading, paper.left(), paper.width());
    paper.skip(style.unit());
    Type owner = new Type(Fonts.Weight.SEMIBOLD, 20, 27, Palette.INK);
    flow.set(handbook.owner(), owner, paper.left(), paper.width());
    paper.skip(style.unit() * 0.8f);
    flow.set(handbook.day(), style.matter().in(Palette.QUIET), paper.left(), paper.width());
    paper.skip(style.unit() * 5);
    new KeyFigures(style, flow).draw(handbook.verdicts());
    paper.skip(style.unit() * 2);
    SlipBody body = new SlipBody(style, flow);
    body.block(new Slip.Facts(handbook.facts()));
    paper.skip(style.unit() * 2);
    for (String note : handbook.notes()) {
      flow.set(note, style.body().in(Palette.QUIET), paper.left(), paper.width());
      paper.skip(style.unit());
    }
    seal();
  }

  /** At the foot of the page, wherever the text above it ends. */
  private void seal() {
    float top = Math.min(paper.top(), style.bottom() + SEAL + style.unit() * 3);
    paper.frame(paper.left(), top - SEAL, SEAL, SEAL, style.unit(), Palette.RULE);
    new QrCode(handbook.seal().code()).draw(paper, paper.left(), top, SEAL);
    float left = paper.left() + SEAL + style.unit() * 3;
    float width = paper.left() + paper.width() - left;
    List<String> words = flow.lines(handbook.seal().words(), style.body(), width);
    Type digest = style.small().in(Palette.INK);
    float below = flow.setAt(words, style.body(), left, top - style.unit());
    flow.setAt(
        flow.lines(handbook.seal().digest(), digest, width), digest, left, below - style.unit());
  }
}

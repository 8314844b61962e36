package vn.roquyen.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImpactWords;
import vn.roquyen.service.InstrumentImpact;
import vn.roquyen.service.ProposalImpact;

/** What is hit by the end of an instrument, or by a change before it is effective. */
public final class ImpactParts {
  private static final int LONG_LIST = 10;
  private static final int LONG_TEXT = 120;

  private final Desk desk;
  private final Messages messages;

  public ImpactParts(Desk desk) {
    this.desk = desk;
    this.messages = desk.messages();
  }

  /** Figures, what happens to the instrument itself, and what is hit, the gravest first. */
  public List<Node> of(InstrumentImpact impact) {
    ImpactWords words = new ImpactWords(messages);
    List<Node> parts = new ArrayList<>();
    parts.add(figures(impact));
    VBox summary = Parts.column("gap-half");
    words.summary(impact).forEach(line -> summary.getChildren().add(Parts.wrapped(line)));
    parts.add(summary);
    words.parts(impact).forEach(part -> parts.add(part(part)));
    return parts;
  }

  /** What a change hits that is not effective yet: instrument by instrument, then its grants. */
  public List<Node> of(ProposalImpact impact) {
    ImpactWords words = new ImpactWords(messages);
    List<Node> parts = new ArrayList<>();
    if (impact.isEmpty()) {
      parts.add(Parts.wrapped(messages.text("editing.impact.none"), "rq-muted"));
    }
    for (InstrumentImpact one : impact.instruments()) {
      parts.add(Parts.wrapped(words.title(one), "rq-strong"));
      parts.addAll(of(one));
    }
    if (!impact.grants().powers().isEmpty()) {
      parts.add(Parts.wrapped(words.grants(impact), "rq-strong"));
      words.parts(impact).forEach(part -> parts.add(part(part)));
    }
    return parts;
  }

  /** How much is hit, at a glance. */
  private Node figures(InstrumentImpact impact) {
    return Parts.flow(
        "rq-impact-figures",
        figure("impact.count.powers", impact.register().powers().size()),
        figure("impact.count.grants", impact.register().grants().size()),
        figure("impact.count.broken", impact.register().broken().size()),
        figure("impact.count.procedures", impact.procedures().size()),
        figure("impact.count.forms", impact.forms().size()),
        figure("impact.count.communes", impact.communes().size()),
        figure("impact.count.persons", impact.register().persons().size()));
  }

  private Region figure(String key, int count) {
    Label number = Parts.label(Integer.toString(count), "rq-figure");
    Label words = Parts.label(messages.text(key), "rq-meta");
    Region plate = Parts.column("rq-impact-figure", number, words);
    plate.setAccessibleText(count + " " + words.getText());
    return plate;
  }

  private Node part(ImpactWords.Part part) {
    if (part.entries().isEmpty()) {
      return Parts.wrapped(part.heading(), "rq-muted");
    }
    List<Node> rows = new ArrayList<>();
    for (ImpactWords.Entry entry : part.entries()) {
      String id = entry.id();
      rows.add(
          id == null ? Folded.text(entry.text(), LONG_TEXT, messages) : link(entry.text(), id));
    }
    Label heading = Parts.wrapped(part.heading().toUpperCase(Locale.of("vi")), "rq-head");
    return Parts.column("gap-1", heading, Folded.list(rows, LONG_LIST, messages));
  }

  private Node link(String text, String id) {
    var open =
        Parts.button(text, () -> desk.navigator().openRecord(id), "rq-link", "rq-link-plain");
    open.setWrapText(true);
    open.setMinWidth(0);
    open.setMinHeight(Region.USE_PREF_SIZE);
    open.setMnemonicParsing(false);
    return open;
  }
}

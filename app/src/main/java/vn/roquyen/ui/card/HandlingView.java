package vn.roquyen.ui.card;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.DossierItem;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnswerCard.DossierGroup;
import vn.roquyen.service.AnswerCard.Handling;
import vn.roquyen.ui.common.Columns;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Parts;

/** How a procedure is handled: steps at the left, the dossier to tick off at the right. */
final class HandlingView {
  private static final int LONG_TEXT = 260;
  private static final int LONG_LIST = 8;

  private final Handling handling;
  private final Messages messages;
  private final List<CheckBox> papers = new ArrayList<>();
  private final Label ticked = Parts.label("", "rq-meta");

  HandlingView(Handling handling, Messages messages) {
    this.handling = handling;
    this.messages = messages;
  }

  /** Steps, with {@code below} under them, beside the dossier. */
  Node node(Node... below) {
    VBox left = Parts.column("gap-2 rq-half", steps());
    left.getChildren().addAll(below);
    VBox right = Parts.column("gap-1 rq-half", dossier());
    return new Columns(left, right, 0.55);
  }

  /** Who may ask, under which conditions, and what comes out. */
  List<Node> facts() {
    List<Node> facts = new ArrayList<>();
    fact(facts, "card.subjects", handling.subjects());
    fact(facts, "card.conditions", handling.conditions());
    fact(facts, "card.result", handling.result());
    return facts;
  }

  private void fact(List<Node> facts, String key, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      facts.add(Section.of(messages.text(key), Folded.text(text.strip(), LONG_TEXT * 2, messages)));
    }
  }

  private Node steps() {
    String heading = messages.text("card.steps");
    if (handling.steps().isEmpty()) {
      return Section.of(heading, Parts.wrapped(messages.text("card.steps.none"), "rq-muted"));
    }
    List<Node> rows = new ArrayList<>();
    for (int index = 0; index < handling.steps().size(); index++) {
      Label number = Parts.label(Integer.toString(index + 1), "rq-step-number");
      Node words = Folded.text(handling.steps().get(index), LONG_TEXT, messages);
      rows.add(Parts.row("gap-1 align-top", number, Parts.grow(words)));
    }
    return Section.of(heading, Folded.list(rows, LONG_LIST, messages));
  }

  private Node dossier() {
    int count = handling.dossier().stream().mapToInt(group -> group.items().size()).sum();
    if (count == 0) {
      return Section.of(
          messages.text("card.dossier"),
          Parts.wrapped(messages.text("card.dossier.none"), "rq-muted"));
    }
    VBox section = Section.of(messages.text("card.dossier.count", count));
    for (DossierGroup group : handling.dossier()) {
      section.getChildren().add(group(group));
    }
    section.getChildren().add(ticked);
    Parts.show(ticked, false);
    return section;
  }

  private Node group(DossierGroup group) {
    List<CheckBox> boxes = group.items().stream().map(this::paper).toList();
    papers.addAll(boxes);
    VBox list = Folded.list(boxes, LONG_LIST, messages);
    return group.name() == null
        ? list
        : Parts.column("gap-half", Parts.wrapped(group.name(), "rq-strong"), list);
  }

  private CheckBox paper(DossierItem item) {
    CheckBox box = new CheckBox(words(item));
    box.setWrapText(true);
    box.setMnemonicParsing(false);
    box.setMinHeight(Region.USE_PREF_SIZE);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add("rq-paper");
    box.setOnAction(event -> count());
    return box;
  }

  private String words(DossierItem item) {
    List<String> copies = new ArrayList<>();
    add(copies, "card.originals", item.originals());
    add(copies, "card.copies", item.copies());
    return copies.isEmpty() ? item.name() : item.name() + " (" + String.join(", ", copies) + ")";
  }

  private void add(List<String> copies, String key, @Nullable String number) {
    if (number != null && number.strip().matches("[1-9]\\d?")) {
      copies.add(messages.text(key, number.strip()));
    }
  }

  private void count() {
    long have = papers.stream().filter(CheckBox::isSelected).count();
    Parts.show(ticked, have > 0);
    ticked.setText(messages.text("card.dossier.ticked", have, papers.size()));
  }
}

package vn.roquyen.ui.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Warning;
import vn.roquyen.domain.check.CheckAnswer;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.CheckLine;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;

/** The chosen finding: what is asked, why, by which rule, where to look, and the answer to it. */
final class FindingPane {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final ChecksViewModel model;
  private final Desk desk;
  private final Messages messages;
  private final VBox content = Parts.column("rq-card");
  private final ScrollPane scroll;
  private String author = "";
  private @Nullable AnswerForm form;

  FindingPane(ChecksViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.messages = desk.messages();
    this.scroll = Parts.scrolled(content, text("checks.card"));
    Parts.followed(scroll);
    model.selected().subscribe(this::show);
  }

  Region root() {
    return scroll;
  }

  /** Brings the keyboard to the first thing that is to be filled in. */
  void focus() {
    Node first = form == null ? scroll : form.first();
    first.requestFocus();
  }

  /** Shows the chosen finding anew: whether it can be answered follows from the day. */
  void showAgain() {
    show(model.selected().get());
  }

  private void show(@Nullable CheckLine line) {
    boolean hadKeyboard = content.isFocusWithin();
    scroll.setVvalue(0);
    form = null;
    if (line == null) {
      content.getChildren().setAll(Parts.emptyCard(Feather.CHECK_CIRCLE, text("checks.none")));
      return;
    }
    Warning warning = line.finding().warning();
    List<Node> sections = new ArrayList<>();
    sections.add(
        Parts.column(
            "gap-1",
            Parts.wrapped(messages.of(warning), "rq-title"),
            Parts.flow(
                "rq-facets",
                Chip.check(messages.name("check.name", warning.code())),
                Chip.plain(warning.code().name()))));
    sections.add(section("checks.about", record(line)));
    sections.add(section("checks.why", Parts.wrapped(messages.why(warning.code()))));
    if (warning.code().citation() != null) {
      sections.add(section("checks.rule", Parts.wrapped(warning.code().citation())));
    }
    places(line, sections);
    sections.add(answer(line));
    content.getChildren().setAll(sections);
    if (hadKeyboard) {
      focus();
    }
  }

  private Node record(CheckLine line) {
    String opens = line.opens();
    return opens == null
        ? Parts.wrapped(line.title())
        : link(line.title(), () -> desk.navigator().openRecord(opens));
  }

  private void places(CheckLine line, List<Node> sections) {
    if (!line.fields().isEmpty()) {
      Label[] chips =
          line.fields().stream().map(field -> Chip.plain(field.name())).toArray(Label[]::new);
      sections.add(section("checks.field", Parts.flow("rq-facets", chips)));
    }
    if (!line.instruments().isEmpty()) {
      VBox links = Parts.column("gap-half");
      line.instruments()
          .forEach(
              one ->
                  links
                      .getChildren()
                      .add(link(one.label(), () -> desk.navigator().openRecord(one.id()))));
      sections.add(section("checks.instrument", links));
    }
  }

  private Node answer(CheckLine line) {
    CheckAnswer given = line.answer();
    if (given != null) {
      VBox told = told("checks.answer.given", given);
      if (model.past() == null && model.isOwn(given)) {
        told.getChildren()
            .add(
                Parts.row(
                    "gap-1",
                    Parts.button(
                        Feather.ROTATE_CCW,
                        text("checks.reopen"),
                        () -> model.reopen(line, given))));
      }
      return told;
    }
    LocalDate past = model.past();
    if (past != null) {
      String words = messages.text("checks.past", Dates.text(past));
      return section("checks.answer.heading", Parts.wrapped(words, "rq-muted"));
    }
    AnswerForm asked =
        new AnswerForm(
            messages,
            author,
            (name, reason) -> {
              author = name.strip();
              model.answer(line, name, reason);
            });
    form = asked;
    VBox section = section("checks.answer.heading", asked.root());
    CheckAnswer former = line.former();
    if (former != null) {
      section.getChildren().add(1, told("checks.answer.former", former));
    }
    return section;
  }

  private VBox told(String key, CheckAnswer answer) {
    return Parts.column(
        "gap-1 rq-panel",
        Parts.wrapped(
            messages.text(
                key,
                messages.author(answer.author(), model.unit(answer)),
                Dates.text(answer.answeredOn())),
            "rq-strong"),
        Parts.wrapped(answer.reason()));
  }

  private VBox section(String key, Node body) {
    return Parts.column("gap-1", Parts.label(text(key).toUpperCase(VIETNAMESE), "rq-head"), body);
  }

  private static Button link(String words, Runnable action) {
    Button link = Parts.button(words, action, "rq-link");
    link.setWrapText(true);
    link.setMinWidth(0);
    link.setMinHeight(Region.USE_PREF_SIZE);
    link.setMnemonicParsing(false);
    return link;
  }

  private String text(String key) {
    return messages.text(key);
  }
}

package vn.roquyen.ui.news;

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
import vn.roquyen.domain.Acknowledgement;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.NewsCard;
import vn.roquyen.service.NewsItem;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Parts;

/** The chosen item: four lines, what was written differently and by whom, and the confirmation. */
final class NewsPane {
  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final int LONG_VALUE = 300;
  private static final int MOST_CAUSES = 5;

  private final NewsViewModel model;
  private final Desk desk;
  private final Messages messages;
  private final VBox content = Parts.column("rq-card");
  private final ScrollPane scroll;
  private String author = "";

  NewsPane(NewsViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.messages = desk.messages();
    this.scroll = Parts.scrolled(content, messages.text("news.card"));
    model.selected().subscribe(this::show);
    model
        .whole()
        .subscribe(
            item -> {
              if (item != null && item.hasLongTexts()) {
                show(item);
              }
            });
  }

  Region root() {
    return scroll;
  }

  /** Brings the keyboard to the first thing that can be done. */
  void focus() {
    Node first = content.lookup(".text-field");
    (first == null ? scroll : first).requestFocus();
  }

  private void show(@Nullable NewsItem item) {
    scroll.setVvalue(0);
    if (item == null) {
      content.getChildren().setAll(Parts.emptyCard(Feather.BELL, messages.text("news.card.none")));
      return;
    }
    NewsCard card = NewsCard.of(item, messages);
    List<Node> sections = new ArrayList<>();
    sections.add(
        Parts.column(
            "gap-1",
            Parts.flow("rq-facets", NewsCell.chip(item, messages)),
            link(card.what(), () -> desk.navigator().openRecord(item.about()), "rq-title")));
    sections.add(section("news.line.who", Parts.wrapped(card.who())));
    sections.add(section("news.line.basis", Parts.wrapped(card.basis())));
    sections.add(section("news.line.todo", Parts.wrapped(card.todo(), "rq-strong")));
    written(item, sections);
    confirmation(item, sections);
    content.getChildren().setAll(sections);
  }

  private void written(NewsItem item, List<Node> sections) {
    Difference difference = item.difference();
    if (difference == null) {
      return;
    }
    if (!difference.fields().isEmpty()) {
      VBox fields = Parts.column("gap-1");
      difference
          .fields()
          .forEach(field -> fields.getChildren().add(field(difference.subject().entity(), field)));
      sections.add(section("news.fields", fields));
    } else if (item.hasLongTexts()) {
      Label reading = Parts.wrapped(messages.text("news.fields.loading"), "rq-muted");
      sections.add(section("news.fields", reading));
    }
    if (!difference.causes().isEmpty()) {
      VBox causes = Parts.column("gap-half");
      difference.causes().stream()
          .limit(MOST_CAUSES)
          .forEach(
              cause ->
                  causes
                      .getChildren()
                      .add(
                          Parts.wrapped(
                              messages.text(
                                  "diff.cause",
                                  Dates.text(cause.on()),
                                  messages.author(cause.author(), cause.unit())),
                              "rq-meta")));
      sections.add(section("news.causes", causes));
    }
  }

  private Node field(Entity entity, Difference.FieldChange field) {
    Node sides =
        Parts.halves(
            side("news.before", field.column(), field.before()),
            side("news.after", field.column(), field.after()));
    return Parts.column(
        "gap-half rq-review-side",
        Parts.label(messages.column(entity, field.column()), "rq-strong"),
        sides);
  }

  private Node side(String key, String column, @Nullable String value) {
    String text = value == null ? messages.text("diff.empty") : messages.valueName(column, value);
    return Parts.column(
        "", Parts.label(messages.text(key), "rq-meta"), Folded.text(text, LONG_VALUE, messages));
  }

  private void confirmation(NewsItem item, List<Node> sections) {
    NewsViewModel.Shown shown = model.shown().get();
    boolean may = shown != null && shown.mayConfirm() && shown.isDigest();
    Acknowledgement given = item.confirmed();
    if (given != null) {
      VBox told =
          Parts.column(
              "gap-1 rq-panel",
              Parts.wrapped(
                  messages.text("news.confirmed", given.author(), Dates.text(given.on())),
                  "rq-strong"),
              Parts.wrapped(messages.text("news.confirmed.appointed", given.appointed())));
      if (may) {
        told.getChildren()
            .add(
                Parts.row(
                    "gap-1",
                    Parts.button(
                        Feather.ROTATE_CCW,
                        messages.text("news.takeBack"),
                        () -> model.takeBack(item))));
      }
      sections.add(told);
    } else if (item.asks() && may) {
      ConfirmForm form =
          new ConfirmForm(
              messages,
              author,
              (appointed, name) -> {
                author = name.strip();
                model.confirm(item, appointed, name);
              });
      sections.add(section("news.confirm.heading", form.root()));
    } else if (item.asks()) {
      sections.add(Parts.wrapped(messages.text("news.confirm.elsewhere"), "rq-muted"));
    }
  }

  private VBox section(String key, Node body) {
    String head = messages.text(key).toUpperCase(VIETNAMESE);
    return Parts.column("gap-1", Parts.label(head, "rq-head"), body);
  }

  private static Button link(String words, Runnable action, String... styleClasses) {
    Button link = Parts.button(words, action, "rq-link");
    link.getStyleClass().addAll(styleClasses);
    link.setWrapText(true);
    link.setMinWidth(0);
    link.setMinHeight(Region.USE_PREF_SIZE);
    link.setMnemonicParsing(false);
    return link;
  }
}

package vn.roquyen.ui.news;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.NewsCard;
import vn.roquyen.service.NewsItem;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.RowCell;

/** One line: what it is about, how it differs, from when and what is to be done. */
final class NewsCell extends RowCell<NewsItem> {
  private static final int LONG_TITLE = 120;

  private final Messages messages;
  private final Label title = Parts.wrapped("", "rq-strong");
  private final HBox kind = Parts.row("");
  private final Label todo = Parts.wrapped("", "rq-meta");

  NewsCell(Messages messages) {
    this.messages = messages;
    HBox head = Parts.row("gap-1 align-top", Parts.grow(title), kind);
    setContent(Parts.column("", head, todo));
  }

  @Override
  protected String fill(NewsItem item) {
    title.setText(Parts.brief(item.title(), LONG_TITLE));
    kind.getChildren().setAll(chip(item, messages));
    todo.setText(NewsCard.of(item, messages).todo());
    return String.join(
        ". ", messages.name("news.kind", item.kind()), title.getText(), todo.getText());
  }

  static Label chip(NewsItem item, Messages messages) {
    String name = messages.name("news.kind", item.kind());
    return switch (item.kind()) {
      case ENDED -> Chip.bad(name);
      case EXPIRING, CHANGED -> Chip.check(name);
      case NEW -> Chip.good(name);
      case OPEN -> Chip.plain(name);
    };
  }
}

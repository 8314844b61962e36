package vn.roquyen.service;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.platform.Messages;

/**
 * A changed power in four lines.
 *
 * @param what the matter
 * @param who who is competent, before and after where that differs
 * @param basis on what it rests and why it differs
 * @param todo from when, and what is to be done
 */
public record NewsCard(String what, String who, String basis, String todo) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** The four lines of an item. */
  public static NewsCard of(NewsItem item, Messages messages) {
    return new NewsCard(
        item.title(), who(item, messages), basis(item, messages), todo(item, messages));
  }

  private static String who(NewsItem item, Messages messages) {
    Difference difference = item.difference();
    if (item.after() == null && item.before() == null) {
      return difference == null || difference.after() == null && difference.before() == null
          ? messages.text("news.who.none")
          : messages.text(
              "news.who.status",
              status(difference.before(), messages),
              status(difference.after(), messages));
    }
    String before = verdict(item.before(), messages);
    String after = verdict(item.after(), messages);
    return before.equals(after)
        ? messages.text("news.who.same", after)
        : messages.text("news.who.moved", before, after);
  }

  private static String status(@Nullable Enum<?> status, Messages messages) {
    return status == null ? messages.text("news.absent") : messages.name("status", status);
  }

  private static String verdict(@Nullable Competence competence, Messages messages) {
    return competence == null ? messages.text("news.absent") : messages.verdict(competence);
  }

  private static String basis(NewsItem item, Messages messages) {
    String basis = item.basis() == null ? messages.text("news.basis.none") : item.basis();
    Difference difference = item.difference();
    return difference == null ? basis : basis + ". " + messages.of(difference.reason());
  }

  private static String todo(NewsItem item, Messages messages) {
    String todo = messages.name("news.todo", item.todo());
    if (item.on() == null) {
      return todo;
    }
    String key = item.kind() == NewsItem.Kind.EXPIRING ? "news.until" : "news.from";
    return messages.text(key, DAY.format(item.on()), todo);
  }
}

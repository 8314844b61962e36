package vn.roquyen.ui.news;

import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.service.NewsItem;

/**
 * What the list is narrowed to; null and an empty text mean "all".
 *
 * @param asks true for what there is to do only: to confirm, or to prepare for
 * @param here true for what concerns powers of the commune only
 */
public record NewsFilter(String text, NewsItem.@Nullable Kind kind, boolean asks, boolean here) {

  /** Nothing is left out. */
  public static final NewsFilter ALL = new NewsFilter("", null, false, false);

  NewsFilter withText(String words) {
    return new NewsFilter(words, kind, asks, here);
  }

  NewsFilter withKind(NewsItem.@Nullable Kind wanted) {
    return new NewsFilter(text, wanted, asks, here);
  }

  NewsFilter withAsks(boolean wanted) {
    return new NewsFilter(text, kind, wanted, here);
  }

  NewsFilter withHere(boolean wanted) {
    return new NewsFilter(text, kind, asks, wanted);
  }

  boolean narrows() {
    return !equals(ALL);
  }

  boolean admits(NewsItem item) {
    return (kind == null || kind == item.kind())
        && (!asks || isTodo(item))
        && (!here || item.here())
        && (text.isBlank() || PlainLetters.containsWords(words(item), text));
  }

  static boolean isTodo(NewsItem item) {
    return item.asks() || item.kind() == NewsItem.Kind.EXPIRING;
  }

  private static String words(NewsItem item) {
    return item.title() + " " + item.id() + " " + (item.basis() == null ? "" : item.basis());
  }
}

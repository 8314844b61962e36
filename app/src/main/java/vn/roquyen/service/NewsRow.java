package vn.roquyen.service;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.platform.Messages;

/** An item of a digest as a row of a table. */
record NewsRow(List<String> cells) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  static NewsRow of(NewsItem item, Messages messages) {
    NewsCard card = NewsCard.of(item, messages);
    Difference difference = item.difference();
    return new NewsRow(
        List.of(
            messages.name("news.kind", item.kind()),
            item.id(),
            card.what(),
            card.who(),
            card.basis(),
            card.todo(),
            difference == null ? "" : fields(difference, messages),
            difference == null ? "" : causes(difference, messages),
            item.confirmed() == null
                ? ""
                : String.join(
                    " · ",
                    DAY.format(item.confirmed().on()),
                    item.confirmed().author(),
                    item.confirmed().appointed())));
  }

  private static String fields(Difference difference, Messages messages) {
    return difference.fields().stream()
        .map(
            field ->
                messages.text(
                    "cli.diff.field",
                    messages.column(difference.subject().entity(), field.column()),
                    Objects.requireNonNullElse(field.before(), messages.text("diff.empty")),
                    Objects.requireNonNullElse(field.after(), messages.text("diff.empty"))))
        .collect(Collectors.joining("\n"));
  }

  private static String causes(Difference difference, Messages messages) {
    return difference.causes().stream()
        .map(
            cause ->
                messages.text(
                    "diff.cause",
                    DAY.format(cause.on()),
                    messages.author(cause.author(), cause.unit())))
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}

package vn.roquyen.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.service.DifferenceService.Axis;
import vn.roquyen.service.NewsCard;
import vn.roquyen.service.NewsItem;
import vn.roquyen.service.NewsService;
import vn.roquyen.service.NewsService.Period;

/** Tells a unit what changed for it since the last exchange, and what it has to confirm. */
@Command(name = "news", description = "${bundle:cli.news.help}")
final class NewsCommand implements Callable<Integer> {
  private final RoQuyenCommand program;
  private final Paragraph paragraph = new Paragraph(Paragraph.WIDTH);

  @Mixin UnitOption place = new UnitOption();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      converter = Day.class,
      description = "${bundle:cli.news.since}")
  @Nullable LocalDate since;

  NewsCommand(RoQuyenCommand program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    LocalDate today = LocalDate.now(program.clock());
    Commune unit;
    LocalDate from;
    List<NewsItem> items;
    try (Services services = program.open()) {
      unit = place.unit(program, services);
      LocalDate last = services.history().news().since();
      from = since != null ? since : last == null ? today : last;
      NewsService news = services.history().news();
      items = news.whole(news.digest(unit, from, today), new Period(Axis.KNOWN, from, today));
    }
    if (program.json()) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("unit", unit.code());
      object.put("since", from);
      object.put("at", today);
      object.put("toConfirm", (int) items.stream().filter(NewsItem::asks).count());
      object.put("items", items.stream().map(this::object).toList());
      program.line(Json.line(object));
    } else {
      text(unit, from, items);
    }
    return 0;
  }

  private Map<String, @Nullable Object> object(NewsItem item) {
    NewsCard card = NewsCard.of(item, program.messages());
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("kind", item.kind());
    object.put("entity", Names.lower(item.subject().entity()));
    object.put("id", item.id());
    object.put("about", item.about());
    object.put("title", item.title());
    object.put("before", answer(item.before()));
    object.put("after", answer(item.after()));
    object.put("who", card.who());
    object.put("basis", card.basis());
    object.put("on", item.on());
    object.put("todo", item.todo());
    object.put("text", card.todo());
    object.put("asks", item.asks());
    object.put("confirmed", item.confirmed() == null ? null : item.confirmed().on());
    object.put(
        "fields",
        item.difference() == null
            ? List.of()
            : item.difference().fields().stream().map(DiffCommand::object).toList());
    return object;
  }

  private static @Nullable Object answer(@Nullable Competence competence) {
    return competence == null ? null : competence.answer();
  }

  private void text(Commune unit, LocalDate from, List<NewsItem> items) {
    program.line(
        program.messages().text("cli.news.title", unit.fullName(), Day.text(from), items.size()));
    if (items.isEmpty()) {
      program.line(program.messages().text("cli.news.none"));
    }
    for (NewsItem item : items) {
      NewsCard card = NewsCard.of(item, program.messages());
      String sign = "[" + program.messages().name("news.kind", item.kind()) + "] ";
      paragraph.lines(item.id() + " – " + card.what(), sign, "    ").forEach(program::line);
      for (String line : List.of(card.who(), card.basis(), card.todo())) {
        paragraph.lines(line, "    ", "    ").forEach(program::line);
      }
    }
  }
}

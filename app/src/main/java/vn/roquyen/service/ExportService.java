package vn.roquyen.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.SixClears;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.domain.check.CheckAnswer;
import vn.roquyen.exchange.CsvWriter;
import vn.roquyen.exchange.XlsxWriter;
import vn.roquyen.platform.Messages;

/**
 * Puts a list that a person sees into a file: the rows of the screen in the order of the screen,
 * with all that the register says in the columns. A name that ends in {@code .csv} makes a CSV
 * file, any other a workbook. Each method throws {@link vn.roquyen.domain.Fault} OUTPUT_FAILED when
 * the file cannot be written; an older file is then untouched.
 */
public final class ExportService {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Writes powers as a commune sees them. */
  public void powers(List<PowerAtUnit> shown, Messages messages, Path file) {
    write(
        file,
        messages,
        "authority.file",
        shown.stream().map(row -> row(row, messages)),
        "export.id",
        "export.power",
        "export.field",
        "export.answer",
        "export.holders",
        "export.modes",
        "export.basis",
        "export.status",
        "export.clears",
        "export.missing",
        "export.warnings");
  }

  /** Writes procedures. */
  public void procedures(List<ProcedureLine> shown, Messages messages, Path file) {
    write(
        file,
        messages,
        "procedures.file",
        shown.stream().map(row -> row(row, messages)),
        "export.code",
        "export.procedure",
        "export.field",
        "export.answer",
        "export.decides",
        "export.limit");
  }

  /** Writes instruments with their status on the day that was asked for. */
  public void instruments(List<InstrumentLine> shown, Messages messages, Path file) {
    write(
        file,
        messages,
        "instruments.file",
        shown.stream().map(row -> row(row, messages)),
        "export.id",
        "export.number",
        "export.kind",
        "export.title",
        "export.issuer",
        "export.issued",
        "export.from",
        "export.to",
        "export.status",
        "export.grants");
  }

  /** Writes a work list of the checks. */
  public void checks(List<CheckLine> shown, Messages messages, Path file) {
    write(
        file,
        messages,
        "checks.file",
        shown.stream().map(row -> row(row, messages)),
        "export.check.code",
        "export.id",
        "export.check.about",
        "export.check.asked",
        "export.check.rule",
        "export.field",
        "export.basis",
        "export.check.answer");
  }

  /** Writes what changed for a unit, each with what was written differently and by whom. */
  public void news(List<NewsItem> shown, Messages messages, Path file) {
    write(
        file,
        messages,
        "news.file",
        shown.stream().map(item -> NewsRow.of(item, messages).cells()),
        "news.kind",
        "export.id",
        "news.line.what",
        "news.line.who",
        "news.line.basis",
        "news.line.todo",
        "news.fields",
        "news.causes",
        "news.side.standings");
  }

  /** Writes how many communes confirmed each grant, and which have not. */
  public void standings(List<Acknowledgements.Standing> shown, Messages messages, Path file) {
    write(
        file,
        messages,
        "standings.file",
        shown.stream().map(ExportService::row),
        "export.id",
        "news.line.what",
        "export.basis",
        "standings.yes",
        "standings.units",
        "standings.not");
  }

  private static List<String> row(Acknowledgements.Standing one) {
    return List.of(
        one.grantId(),
        one.title(),
        Objects.toString(one.basis(), ""),
        Integer.toString(one.confirmed().size()),
        Integer.toString(one.units()),
        one.missing().stream().map(unit -> unit.fullName()).collect(Collectors.joining("; ")));
  }

  private static List<String> row(CheckLine line, Messages messages) {
    CheckAnswer answer = line.answer();
    return List.of(
        line.finding().warning().code().name(),
        line.finding().warning().subjectId(),
        line.title(),
        messages.of(line.finding().warning()),
        Objects.toString(line.finding().warning().code().citation(), ""),
        line.fields().stream().map(field -> field.name()).collect(Collectors.joining("; ")),
        line.instruments().stream().map(Instrument::label).collect(Collectors.joining("; ")),
        answer == null
            ? ""
            : String.join(" · ", answer.author(), day(answer.answeredOn()), answer.reason()));
  }

  /**
   * Writes a table.
   *
   * @param name key of the name of the sheet
   * @param columns keys of the words above the columns
   */
  private static void write(
      Path file, Messages messages, String name, Stream<List<String>> cells, String... columns) {
    List<String> header = Arrays.stream(columns).map(messages::text).toList();
    List<List<String>> rows = cells.toList();
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      CsvWriter.write(file, header, rows);
    } else {
      XlsxWriter.write(file, messages.text(name), header, rows);
    }
  }

  private static List<String> row(PowerAtUnit line, Messages messages) {
    Competence competence = line.competence();
    List<SixClears.Clear> missing = competence.sixClears().missing();
    return List.of(
        line.power().id(),
        line.power().title(),
        line.fields().stream().map(field -> field.name()).collect(Collectors.joining(" › ")),
        messages.name("answer", competence.answer()),
        competence.holders().stream()
            .map(Competence.Holder::name)
            .collect(Collectors.joining("; ")),
        line.grants().stream()
            .map(grant -> messages.name("mode", grant.mode()))
            .distinct()
            .collect(Collectors.joining("; ")),
        line.bases().stream()
            .map(basis -> basis.instrument().label())
            .collect(Collectors.joining("; ")),
        line.bases().stream()
            .map(basis -> messages.name("status", basis.status()))
            .collect(Collectors.joining("; ")),
        Integer.toString(SixClears.Clear.values().length - missing.size()),
        missing.stream()
            .map(clear -> messages.name("clear", clear))
            .collect(Collectors.joining("; ")),
        competence.warnings().stream().map(messages::of).collect(Collectors.joining("\n")));
  }

  private static List<String> row(ProcedureLine line, Messages messages) {
    return List.of(
        line.code(),
        line.name(),
        Objects.toString(line.field(), ""),
        messages.name("answer", line.answer()),
        Objects.toString(line.holder(), ""),
        limit(line, messages));
  }

  private static String limit(ProcedureLine line, Messages messages) {
    TimeLimit limit = line.limit();
    return limit == null
        ? Objects.toString(line.bareNumber(), "")
        : messages.text("limit." + limit.unit(), limit.amount());
  }

  private static List<String> row(InstrumentLine line, Messages messages) {
    Instrument instrument = line.instrument();
    return List.of(
        instrument.id(),
        Objects.toString(instrument.number(), ""),
        Objects.toString(instrument.kind(), ""),
        instrument.title(),
        line.issuer() == null ? "" : line.issuer().name(),
        day(instrument.issuedOn()),
        day(instrument.effectiveFrom()),
        day(instrument.effectiveTo()),
        messages.name("status", line.status()),
        Integer.toString(line.grants()));
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? "" : DAY.format(date);
  }
}

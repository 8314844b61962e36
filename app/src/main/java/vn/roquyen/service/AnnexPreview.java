package vn.roquyen.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.exchange.Annex;
import vn.roquyen.exchange.AnnexReader;

/**
 * What an annex would change in the register, before anything is written.
 *
 * @param sheet name of the sheet; empty for a file that has none
 * @param headers of the columns, from left to right
 * @param lines none where the headers were not understood
 * @param provisions provisions that the lines name and neither register nor draft has
 * @param converted how many cells were in an old encoding and are now Unicode
 */
public record AnnexPreview(
    Entity entity,
    String sheet,
    List<Header> headers,
    List<Line> lines,
    List<Operation> provisions,
    List<Problem> problems,
    int converted) {

  /**
   * The header of a column.
   *
   * @param column its letter
   * @param field what its cells are read as, "id" for the key; null when it is left out
   */
  public record Header(String column, String name, @Nullable String field) {
    static Header of(Annex.Header header) {
      return new Header(header.column(), header.name(), header.field());
    }
  }

  /** The field of each header that was understood, without the key. */
  public Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Header header : headers) {
      String field = header.field();
      if (field != null && !field.equals("id")) {
        columns.put(header.name(), field);
      }
    }
    return columns;
  }

  /** The headers that were not understood. */
  public List<String> leftOut() {
    return headers.stream().filter(header -> header.field() == null).map(Header::name).toList();
  }

  /** The headers as they stand in the file. */
  public List<String> names() {
    return headers.stream().map(Header::name).toList();
  }

  /** False when a person has to say first what the columns are. */
  public boolean isUnderstood() {
    return headers.stream().filter(header -> header.field() != null).count() >= AnnexReader.ENOUGH;
  }

  /** What becomes of a line. */
  public enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    /** Just that was proposed before and waits for a second key: it is not proposed again. */
    WAITING
  }

  /**
   * A line of the annex.
   *
   * @param number as the spreadsheet counts
   * @param differences in the order of the entity's fields; all filled fields of a new record
   */
  public record Line(
      long number,
      String key,
      Verdict verdict,
      List<Difference> differences,
      @Nullable Operation operation) {}

  /** A field before and after; null is empty. */
  public record Difference(String field, @Nullable Object before, @Nullable Object after) {}

  /**
   * A cell that keeps the annex from being taken.
   *
   * @param cell as a spreadsheet names it, such as "C7", or the number of the line
   * @param arguments of the sentence {@code import.problem.*}
   */
  public record Problem(String cell, RowProblem problem, List<String> arguments) {
    static Problem of(Annex.BadCell bad) {
      return new Problem(bad.cell(), bad.problem(), bad.arguments());
    }
  }

  /** How many lines have that verdict. */
  public long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  /** What is to be recorded when the annex is taken: new provisions, then the lines. */
  public List<Operation> operations() {
    return Stream.concat(
            provisions.stream(), lines.stream().map(Line::operation).filter(Objects::nonNull))
        .toList();
  }
}

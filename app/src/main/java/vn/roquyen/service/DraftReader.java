package vn.roquyen.service;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Column;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.References;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.exchange.FieldReader;
import vn.roquyen.service.DraftCheck.CheckedField;
import vn.roquyen.service.DraftCheck.CheckedRow;
import vn.roquyen.service.DraftCheck.Problem;

/** Reads a draft against the register: values, problems beside their fields, what differs. */
final class DraftReader {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Finds a row of the register. */
  interface Rows {
    @Nullable Row find(Entity entity, String key);
  }

  /** A row with what would be recorded of it; null when it changes nothing or cannot be used. */
  record Outcome(CheckedRow row, @Nullable Operation operation) {}

  private final Rows rows;
  private final FieldReader reader;
  private final AnnexNames words;
  private final RecordNames names;
  private final Function<String, String> labels;

  DraftReader(Rows rows, AnnexNames words, RecordNames names, Function<String, String> labels) {
    this.rows = rows;
    this.reader = new FieldReader(words);
    this.words = words;
    this.names = names;
    this.labels = labels;
  }

  List<Outcome> read(Draft draft) {
    return draft.rows().stream().map(this::read).toList();
  }

  private Outcome read(DraftRow row) {
    Row there = row.key().isEmpty() ? null : rows.find(row.entity(), row.key());
    Map<String, Object> before =
        there == null || row.kind() == DraftRow.Kind.NEW ? Map.of() : there.values();
    List<CheckedField> fields = new ArrayList<>();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (row.kind() == DraftRow.Kind.NEW && DraftRows.keyIsTyped(row.entity())) {
      fields.add(key(row, there));
    }
    for (String field : DraftRows.fields(row.entity())) {
      fields.add(field(row, field, before, values));
    }
    if (row.kind() == DraftRow.Kind.NEW && row.entity() == Entity.INSTRUMENT_RELATION) {
      relationIsNew(values, fields);
    }
    if (row.kind() == DraftRow.Kind.NEW && row.entity() == Entity.PROVISION) {
      provisionIsNew(row, values, fields);
    }
    provisionBelongs(row.entity(), values, fields);
    boolean good = fields.stream().allMatch(field -> field.problem() == null);
    CheckedRow checked = new CheckedRow(row, names.of(row, before), fields, false);
    return new Outcome(checked, good ? operation(row, before, values) : null);
  }

  private CheckedField key(DraftRow row, @Nullable Row there) {
    String name = row.entity().keyColumn();
    Problem problem = null;
    if (row.key().isBlank()) {
      problem = new Problem(RowProblem.VALUE_MISSING, List.of(labels.apply(name)));
    } else if (there != null) {
      problem = taken(name, row.key());
    }
    return new CheckedField(name, row.key(), row.key(), "", problem);
  }

  private Problem taken(String field, String key) {
    return new Problem(RowProblem.KEY_TAKEN, List.of(labels.apply(field), key));
  }

  private CheckedField field(
      DraftRow row, String field, Map<String, Object> there, Map<String, @Nullable Object> values) {
    Entity entity = row.entity();
    String typed = row.texts().get(field);
    String before = text(there.get(field));
    String text = typed == null ? before : typed;
    if (field.equals("provision_id")) {
      text = provision(entity, text, values);
    }
    FieldReader.Read read = reader.read(entity, field, labels.apply(field), text);
    Problem problem = null;
    String shown = text;
    switch (read) {
      case FieldReader.Read.Bad bad -> problem = new Problem(bad.problem(), bad.arguments());
      case FieldReader.Read.Good good -> {
        values.put(field, good.value());
        shown = names.shown(entity, field, text(good.value()));
        problem = tooLong(entity, field, good.value());
      }
    }
    return new CheckedField(field, text, shown, names.shown(entity, field, before), problem);
  }

  private @Nullable Problem tooLong(Entity entity, String field, @Nullable Object value) {
    int longest = OperationRules.longest(entity, field);
    return value instanceof String text && text.length() > longest
        ? new Problem(
            RowProblem.TEXT_TOO_LONG,
            List.of(
                labels.apply(field), Integer.toString(text.length()), Integer.toString(longest)))
        : null;
  }

  private void relationIsNew(Map<String, @Nullable Object> values, List<CheckedField> fields) {
    String key = DraftRows.relationKey(values);
    if (rows.find(Entity.INSTRUMENT_RELATION, key) != null) {
      mark(fields, "to_id", RowProblem.KEY_TAKEN);
    }
  }

  private void provisionIsNew(
      DraftRow row, Map<String, @Nullable Object> values, List<CheckedField> fields) {
    Citation citation =
        Citation.of(
            orNull(values.get("article")),
            orNull(values.get("clause")),
            orNull(values.get("point")));
    String there = citation == null ? null : words.provision(values.get("instrument_id"), citation);
    if (there != null && !there.equals(row.key())) {
      mark(fields, "article", RowProblem.KEY_TAKEN);
    }
  }

  /** "khoản 2 Điều 5" means that of the instrument which the row names. */
  private String provision(Entity entity, String text, Map<String, @Nullable Object> values) {
    Citation citation = Citation.read(text);
    String key =
        citation == null
            ? null
            : words.provision(values.get(References.provisionOf(entity)), citation);
    return key == null ? text : key;
  }

  private void provisionBelongs(
      Entity entity, Map<String, @Nullable Object> values, List<CheckedField> fields) {
    Object provision = values.get("provision_id");
    Object instrument = values.get(References.provisionOf(entity));
    if (provision != null && !Objects.equals(words.instrumentOf(provision), instrument)) {
      mark(fields, "provision_id", RowProblem.PROVISION_ELSEWHERE);
    }
  }

  private void mark(List<CheckedField> fields, String name, RowProblem problem) {
    fields.replaceAll(
        field ->
            field.name().equals(name)
                ? new CheckedField(
                    name,
                    field.text(),
                    field.shown(),
                    field.before(),
                    new Problem(problem, List.of(labels.apply(name), field.shown())))
                : field);
  }

  private static @Nullable String orNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Operation operation(
      DraftRow row, Map<String, Object> there, Map<String, @Nullable Object> values) {
    return switch (row.kind()) {
      case REMOVE -> there.isEmpty() ? null : new Operation.Remove(row.entity(), row.key());
      case NEW -> {
        Map<String, Object> stated = new LinkedHashMap<>();
        values.forEach(
            (name, value) -> {
              if (value != null) {
                stated.put(name, value);
              }
            });
        String key =
            row.entity() == Entity.INSTRUMENT_RELATION ? DraftRows.relationKey(values) : row.key();
        yield new Operation.Insert(row.entity(), key, stated);
      }
      case CHANGE -> {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        values.forEach(
            (name, value) -> {
              if (!Objects.equals(value, there.get(name))) {
                changes.put(name, value);
              }
            });
        yield changes.isEmpty() ? null : new Operation.SetFields(row.entity(), row.key(), changes);
      }
    };
  }

  /** A value as a person writes it. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case LocalDate day -> DAY.format(day);
      default -> value.toString();
    };
  }

  /** True when a column can be written in a form. */
  static boolean isWritten(Column column) {
    return column.type() != Column.Type.LIST;
  }

  /** True when the field refers to another record. */
  static boolean refers(Entity entity, String field) {
    return References.of(entity).containsKey(field);
  }
}

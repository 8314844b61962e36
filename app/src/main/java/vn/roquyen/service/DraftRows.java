package vn.roquyen.service;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.InstrumentRelation;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.exchange.FieldReader;

/** Makes the rows of drafts: new ones, copies, and those of what was written elsewhere. */
public final class DraftRows {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 5;

  private static final Map<Entity, List<String>> FIELDS =
      Map.of(
          Entity.INSTRUMENT,
          List.of(
              "number",
              "kind",
              "issuer_id",
              "issued_on",
              "effective_from",
              "effective_to",
              "status",
              "title",
              "source_quote"),
          Entity.INSTRUMENT_RELATION,
          List.of("from_id", "relation", "to_id", "provision_id", "note"),
          Entity.PROVISION,
          List.of("instrument_id", "article", "clause", "point", "text"),
          Entity.POWER,
          List.of("field_id", "title", "description", "keywords"),
          Entity.GRANT,
          fieldsOfGrant(),
          Entity.BODY,
          List.of("name", "short_name", "level", "kind", "parent_id"),
          Entity.FIELD,
          List.of("name", "parent_id"),
          Entity.PROCEDURE,
          List.of(
              "name",
              "field",
              "levels",
              "agency",
              "authority",
              "deciding_body",
              "subjects",
              "conditions",
              "result",
              "steps",
              "decision",
              "ministry",
              "url"));

  private static final Map<Entity, String> PREFIX =
      Map.of(
          Entity.INSTRUMENT, "vb",
          Entity.PROVISION, "dk",
          Entity.POWER, "n",
          Entity.GRANT, "g",
          Entity.BODY, "cq",
          Entity.FIELD, "lv");

  private DraftRows() {}

  /** The kinds of record that a publisher writes in forms, in the order of a decision. */
  public static final List<Entity> KINDS =
      List.of(
          Entity.INSTRUMENT,
          Entity.PROVISION,
          Entity.INSTRUMENT_RELATION,
          Entity.POWER,
          Entity.GRANT,
          Entity.BODY,
          Entity.FIELD,
          Entity.PROCEDURE);

  /** The provision stands beside its instrument, and nothing between the six clears. */
  private static List<String> fieldsOfGrant() {
    List<String> fields = new ArrayList<>(Entity.GRANT.columns().keySet());
    fields.remove("provision_id");
    fields.add(fields.indexOf("provision"), "provision_id");
    fields.remove("procedure_count");
    fields.add(fields.indexOf("result") + 1, "procedure_count");
    return List.copyOf(fields);
  }

  /** The fields that can be written, in the order of the form. */
  public static List<String> fields(Entity entity) {
    return FIELDS.getOrDefault(entity, List.of());
  }

  /** What a field may hold when it may hold only few words; empty when it may hold any. */
  public static Set<String> words(Entity entity, String field) {
    return FieldReader.words(entity, field);
  }

  /** True where the key is a number that others gave, as the code of a procedure. */
  public static boolean keyIsTyped(Entity entity) {
    return entity == Entity.PROCEDURE;
  }

  /**
   * A new row. A grant takes over from the one before it what one decision says of all its grants;
   * the first takes the draft's own instrument and the day from which that has effect. A provision
   * follows the one before it.
   */
  public static DraftRow fresh(Draft draft, Entity entity) {
    Map<String, String> texts = new HashMap<>();
    List<DraftRow> rows = draft.rows();
    DraftRow instrument = last(rows, Entity.INSTRUMENT);
    if (entity == Entity.GRANT) {
      DraftRow before = last(rows, Entity.GRANT);
      if (before != null) {
        texts.putAll(before.texts());
        List.of("power_id", "provision", "provision_id", "task", "procedure_count", "source_quote")
            .forEach(texts::remove);
      } else if (instrument != null) {
        texts.put("instrument_id", instrument.key());
        texts.put("valid_from", instrument.text("effective_from"));
      }
    } else if (entity == Entity.PROVISION) {
      DraftRow before = last(rows, Entity.PROVISION);
      if (before != null) {
        texts.put("instrument_id", before.text("instrument_id"));
        texts.put("article", before.text("article"));
      } else if (instrument != null) {
        texts.put("instrument_id", instrument.key());
      }
    } else if (entity == Entity.INSTRUMENT_RELATION && instrument != null) {
      texts.put("from_id", instrument.key());
    } else if (entity == Entity.INSTRUMENT) {
      texts.put("status", "UNKNOWN");
    }
    texts.values().removeIf(String::isEmpty);
    return new DraftRow(draft.nextNumber(), entity, freshKey(entity), DraftRow.Kind.NEW, texts);
  }

  /** Rows of what was written elsewhere: an annex, or a change that was returned. */
  static List<DraftRow> of(List<Operation> operations, int firstNumber) {
    List<DraftRow> rows = new ArrayList<>();
    for (Operation operation : operations) {
      int number = firstNumber + rows.size();
      rows.add(
          switch (operation) {
            case Operation.Insert insert -> row(number, insert, DraftRow.Kind.NEW, insert.values());
            case Operation.SetFields set -> row(number, set, DraftRow.Kind.CHANGE, set.values());
            case Operation.Remove remove -> row(number, remove, DraftRow.Kind.REMOVE, Map.of());
          });
    }
    return rows;
  }

  /**
   * Rows that were made elsewhere, as rows of a draft: its instrument is the basis of its grants.
   */
  static List<DraftRow> under(Draft draft, List<DraftRow> rows) {
    String instrument = ownInstrument(draft.rows());
    if (instrument == null) {
      return rows;
    }
    return rows.stream()
        .map(
            row ->
                row.entity() == Entity.GRANT
                        && row.kind() == DraftRow.Kind.NEW
                        && row.text("instrument_id").isEmpty()
                    ? row.with("instrument_id", instrument)
                    : row)
        .toList();
  }

  /** The new instrument of a draft, on which its grants rest; null where it has none. */
  static @Nullable String ownInstrument(List<DraftRow> rows) {
    DraftRow instrument = last(rows, Entity.INSTRUMENT);
    return instrument == null || instrument.kind() != DraftRow.Kind.NEW ? null : instrument.key();
  }

  /** The key under which a relation of those ends stands in the register. */
  static String relationKey(Map<String, ? extends @Nullable Object> values) {
    return InstrumentRelation.key(
        values.get("from_id"),
        values.get("relation"),
        values.get("to_id"),
        values.get("provision_id"));
  }

  private static DraftRow row(
      int number,
      Operation operation,
      DraftRow.Kind kind,
      Map<String, ? extends @Nullable Object> values) {
    Map<String, String> texts = new HashMap<>();
    values.forEach((name, value) -> texts.put(name, DraftReader.text(value)));
    texts.keySet().retainAll(fields(operation.entity()));
    return new DraftRow(number, operation.entity(), operation.key(), kind, texts);
  }

  private static @Nullable DraftRow last(List<DraftRow> rows, Entity entity) {
    DraftRow last = null;
    for (DraftRow row : rows) {
      last = row.entity() == entity && row.kind() != DraftRow.Kind.REMOVE ? row : last;
    }
    return last;
  }

  /** By chance, so that two publishers who do not know of each other never write one row. */
  private static String freshKey(Entity entity) {
    String prefix = PREFIX.get(entity);
    if (prefix == null) {
      return "";
    }
    byte[] name = new byte[KEY_BYTES];
    RANDOM.nextBytes(name);
    return prefix + "-" + HexFormat.of().formatHex(name);
  }
}

package vn.roquyen.domain;

import static vn.roquyen.domain.Column.Type.DATE;
import static vn.roquyen.domain.Column.Type.INTEGER;
import static vn.roquyen.domain.Column.Type.LIST;
import static vn.roquyen.domain.Column.Type.TEXT;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the register holds: each entity is one table of the projection, one key and its fields. */
public enum Entity {
  PROVINCE("province", "code", texts("type", "name", "full_name")),
  COMMUNE("commune", "code", texts("type", "name", "full_name", "province_code", "predecessors")),
  BODY("body", "id", texts("name", "short_name", "level", "kind", "parent_id")),
  FIELD("field", "id", texts("name", "parent_id")),
  INSTRUMENT(
      "instrument",
      "id",
      texts("number", "kind", "issuer_id")
          .add(DATE, "issued_on", "effective_from", "effective_to")
          .add(TEXT, "status", "title", "source_quote")),
  INSTRUMENT_RELATION("instrument_relation", "id", texts("from_id", "relation", "to_id", "note")),
  POWER("power", "id", texts("field_id", "title", "description", "keywords")),
  GRANT(
      "authority_grant",
      "id",
      texts("power_id", "mode", "grantor_id", "grantee_id", "instrument_id", "provision")
          .add(DATE, "valid_from", "valid_to")
          .add(TEXT, "territory", "scope", "conditions")
          .add(INTEGER, "procedure_count")
          .add(TEXT, "person", "task", "responsibility", "authority", "resources", "result")
          .add(TEXT, "source_quote")),
  PROCEDURE(
      "admin_procedure",
      "code",
      texts("name", "decision", "levels", "field", "subjects", "agency", "authority")
          .add(TEXT, "ministry", "steps")
          .add(LIST, "channels", "dossier", "legal")
          .add(TEXT, "conditions", "result", "url", "snapshot", "deciding_body")),
  DIFFICULTY(
      "difficulty",
      "id",
      texts("block", "category", "title", "description", "affected", "source_quote")),
  PROPOSAL("proposal", "id", texts("addressee", "title", "description", "source_quote")),
  STATISTIC(
      "statistic",
      "id",
      texts("subject", "amount", "unit").add(DATE, "as_of").add(TEXT, "source_quote")),
  CALENDAR_DAY("calendar_day", "on_date", texts("kind", "name", "basis", "status"));

  private final String table;
  private final String keyColumn;
  private final Map<String, Column> columns;

  Entity(String table, String keyColumn, Columns columns) {
    this.table = table;
    this.keyColumn = keyColumn;
    this.columns = Collections.unmodifiableMap(columns.byName);
  }

  /** Name of the table of the projection. */
  public String table() {
    return table;
  }

  /** Name of the key column; keys are text in operations. */
  public String keyColumn() {
    return keyColumn;
  }

  /** The fields by name, without the key. */
  public Map<String, Column> columns() {
    return columns;
  }

  /** The field of that name, or null. */
  public @Nullable Column column(String name) {
    return columns.get(name);
  }

  private static Columns texts(String... names) {
    return new Columns().add(TEXT, names);
  }

  /** Numbers the fields in the order in which they are written down; new fields go to the end. */
  private static final class Columns {
    private final Map<String, Column> byName = new LinkedHashMap<>();

    Columns add(Column.Type type, String... names) {
      for (String name : names) {
        byName.put(name, new Column(byName.size() + 1, name, type));
      }
      return this;
    }
  }
}

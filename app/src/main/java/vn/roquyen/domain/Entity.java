package vn.roquyen.domain;

import static vn.roquyen.domain.Column.Type.DATE;
import static vn.roquyen.domain.Column.Type.INTEGER;
import static vn.roquyen.domain.Column.Type.LIST;
import static vn.roquyen.domain.Column.Type.TEXT;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the register holds: each entity is one table of the projection, one key and its fields. */
public enum Entity {
  PROVINCE(1, "province", "code", texts("type", "name", "full_name")),
  COMMUNE(
      2, "commune", "code", texts("type", "name", "full_name", "province_code", "predecessors")),
  BODY(3, "body", "id", texts("name", "short_name", "level", "kind", "parent_id")),
  FIELD(4, "field", "id", texts("name", "parent_id")),
  INSTRUMENT(
      5,
      "instrument",
      "id",
      texts("number", "kind", "issuer_id")
          .add(DATE, "issued_on", "effective_from", "effective_to")
          .add(TEXT, "status", "title", "source_quote")),
  INSTRUMENT_RELATION(
      6,
      "instrument_relation",
      "id",
      texts("from_id", "relation", "to_id", "note", "provision_id")),
  POWER(7, "power", "id", texts("field_id", "title", "description", "keywords")),
  GRANT(
      8,
      "authority_grant",
      "id",
      texts("power_id", "mode", "grantor_id", "grantee_id", "instrument_id", "provision")
          .add(DATE, "valid_from", "valid_to")
          .add(TEXT, "territory", "scope", "conditions")
          .add(INTEGER, "procedure_count")
          .add(TEXT, "person", "task", "responsibility", "authority", "resources", "result")
          .add(TEXT, "source_quote", "provision_id")),
  PROCEDURE(
      9,
      "admin_procedure",
      "code",
      texts("name", "decision", "levels", "field", "subjects", "agency", "authority")
          .add(TEXT, "ministry", "steps")
          .add(LIST, "channels", "dossier", "legal")
          .add(TEXT, "conditions", "result", "url", "snapshot", "deciding_body")),
  DIFFICULTY(
      10,
      "difficulty",
      "id",
      texts("block", "category", "title", "description", "affected", "source_quote")),
  PROPOSAL(11, "proposal", "id", texts("addressee", "title", "description", "source_quote")),
  STATISTIC(
      12,
      "statistic",
      "id",
      texts("subject", "amount", "unit").add(DATE, "as_of").add(TEXT, "source_quote")),
  CALENDAR_DAY(13, "calendar_day", "on_date", texts("kind", "name", "basis", "status")),
  NOTE(14, "note", "id", texts("subject_id", "text", "author").add(DATE, "written_on")),
  RECEIPT(
      15,
      "receipt",
      "id",
      texts("from_unit", "replica")
          .add(INTEGER, "seq")
          .add(TEXT, "change_id")
          .add(DATE, "received_on")),
  CHECK_ANSWER(
      16,
      "check_answer",
      "id",
      texts("code", "subject_id", "facts", "reason", "author").add(DATE, "answered_on")),
  APPROVAL(
      17, "approval", "id", texts("replica").add(INTEGER, "seq").add(TEXT, "verdict", "reason")),
  ACKNOWLEDGEMENT(
      18,
      "acknowledgement",
      "id",
      texts("grant_id", "facts", "appointed", "author").add(DATE, "acknowledged_on")),
  PROVISION(19, "provision", "id", texts("instrument_id", "article", "clause", "point", "text"));

  /** By their numbers, which are asked for with every edit. */
  private static final List<Entity> ALL = List.of(values());

  private final int number;
  private final String table;
  private final String keyColumn;
  private final Map<String, Column> columns;
  private final List<Column> inOrder;

  Entity(int number, String table, String keyColumn, Columns columns) {
    this.number = number;
    this.table = table;
    this.keyColumn = keyColumn;
    this.columns = Collections.unmodifiableMap(columns.byName);
    this.inOrder = List.copyOf(columns.byName.values());
  }

  /** The stable number in change files; never reused. */
  public int number() {
    return number;
  }

  /** The entity of that number, or null when this program does not know it. */
  public static @Nullable Entity ofNumber(long number) {
    return number > 0 && number <= ALL.size() ? ALL.get((int) number - 1) : null;
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

  /** The field of that number, or null when this program does not know it. */
  public @Nullable Column column(long columnNumber) {
    boolean known = columnNumber > 0 && columnNumber <= inOrder.size();
    return known ? inOrder.get((int) columnNumber - 1) : null;
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

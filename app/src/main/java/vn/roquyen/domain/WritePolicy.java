package vn.roquyen.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RowEdit.Kind;

/**
 * Who may write what: asked before a change is signed and again before a received one is applied.
 * The rules are the table in {@link #TABLE}; an entity without a rule is written by nobody.
 */
public final class WritePolicy {

  /** The answer for one edit. */
  public enum Verdict {
    ALLOWED,
    /** Allowed, but without effect until a second publisher's key approves it. */
    SECOND_KEY,
    WRONG_ROLE,
    WRONG_UNIT,
    WRONG_FIELD,
    APPEND_ONLY,
    /** What was received once stays received. */
    ONLY_FORWARD;

    /** True when it follows from what rows held, and not from the author and the edit alone. */
    public boolean isOfRows() {
      return this == WRONG_FIELD || this == ONLY_FORWARD;
    }

    /** True when the edit may be signed and kept. */
    public boolean permits() {
      return this == ALLOWED || this == SECOND_KEY;
    }
  }

  /**
   * Answers what a field of a row held in the past of the change that is judged, or null. Judging
   * by the author's past, not by the reader's present, makes every reader come to the same verdict.
   */
  @FunctionalInterface
  public interface Rows {
    @Nullable String text(Entity entity, String key, String column);
  }

  /** Whose a row is. */
  private enum Owner {
    /** The province's: the publisher writes it, and a department what lies in its scope. */
    PROVINCE,
    /** A unit's: the key of the row begins with the unit's code and a slash. */
    UNIT
  }

  private record Rule(Owner owner, Set<Role> writers, boolean appendOnly) {}

  /** Of each entity the fields that say who may do what, where, from when and until when. */
  private static final Map<Entity, List<String>> MOVING =
      Map.of(
          Entity.GRANT,
          List.of(
              "power_id",
              "mode",
              "grantor_id",
              "grantee_id",
              "instrument_id",
              "provision_id",
              "territory",
              "valid_from",
              "valid_to"),
          Entity.INSTRUMENT,
          List.of("status", "effective_from", "effective_to"),
          Entity.INSTRUMENT_RELATION,
          List.of("from_id", "relation", "to_id", "provision_id"),
          Entity.PROVISION,
          List.of("instrument_id", "article", "clause", "point"));

  private static final Map<Entity, Rule> TABLE = new EnumMap<>(Entity.class);

  static {
    Set<Role> publisher = EnumSet.of(Role.PUBLISHER);
    Set<Role> withDepartments = EnumSet.of(Role.PUBLISHER, Role.DEPARTMENT);
    Set<Role> anyUnit =
        EnumSet.of(Role.PUBLISHER, Role.DEPARTMENT, Role.COMMUNE, Role.INSPECTOR, Role.HUB);
    for (Entity entity :
        EnumSet.of(
            Entity.PROVINCE,
            Entity.COMMUNE,
            Entity.BODY,
            Entity.FIELD,
            Entity.DIFFICULTY,
            Entity.PROPOSAL,
            Entity.STATISTIC,
            Entity.CALENDAR_DAY)) {
      TABLE.put(entity, new Rule(Owner.PROVINCE, publisher, false));
    }
    for (Entity entity :
        EnumSet.of(
            Entity.INSTRUMENT,
            Entity.INSTRUMENT_RELATION,
            Entity.PROVISION,
            Entity.POWER,
            Entity.GRANT,
            Entity.PROCEDURE)) {
      TABLE.put(entity, new Rule(Owner.PROVINCE, withDepartments, false));
    }
    TABLE.put(Entity.APPROVAL, new Rule(Owner.PROVINCE, withDepartments, true));
    TABLE.put(Entity.NOTE, new Rule(Owner.UNIT, anyUnit, false));
    TABLE.put(Entity.CHECK_ANSWER, new Rule(Owner.UNIT, anyUnit, false));
    TABLE.put(Entity.ACKNOWLEDGEMENT, new Rule(Owner.UNIT, EnumSet.of(Role.COMMUNE), false));
    TABLE.put(Entity.RECEIPT, new Rule(Owner.UNIT, EnumSet.of(Role.HUB), false));
  }

  /** True for rows that are a unit's own and no part of the public register. */
  public static boolean isOfUnit(Entity entity) {
    Rule rule = TABLE.get(entity);
    return rule != null && rule.owner() == Owner.UNIT;
  }

  private final boolean fourEyes;

  /**
   * The policy of one space.
   *
   * @param fourEyes whether what ends or moves authority needs a second publisher's key
   */
  public WritePolicy(boolean fourEyes) {
    this.fourEyes = fourEyes;
  }

  /** Judges one edit by one author. */
  public Verdict judge(Author author, RowEdit edit, Rows rows) {
    Entity entity = edit.known();
    Rule rule = entity == null ? null : TABLE.get(entity);
    if (entity == null
        || rule == null
        || rule.writers().stream().noneMatch(role -> author.roles().contains(role))) {
      return Verdict.WRONG_ROLE;
    }
    if (rule.owner() == Owner.UNIT && !edit.key().startsWith(author.unit() + "/")) {
      return Verdict.WRONG_UNIT;
    }
    if (rule.appendOnly() && edit.kind() != Kind.INSERT) {
      return Verdict.APPEND_ONLY;
    }
    if (entity == Entity.RECEIPT && !movesForward(edit, rows)) {
      return Verdict.ONLY_FORWARD;
    }
    if (rule.owner() == Owner.PROVINCE
        && !author.is(Role.PUBLISHER)
        && !inScope(author, entity, edit, rows)) {
      return Verdict.WRONG_FIELD;
    }
    return needsSecondKey(edit) ? Verdict.SECOND_KEY : Verdict.ALLOWED;
  }

  /** True when the edit has no effect until a second publisher's key approves it. */
  public boolean needsSecondKey(RowEdit edit) {
    Entity entity = edit.known();
    return fourEyes && entity != null && movesAuthority(entity, edit);
  }

  private static boolean movesForward(RowEdit edit, Rows rows) {
    String before = rows.text(Entity.RECEIPT, edit.key(), "seq");
    Object after = after(Entity.RECEIPT, edit, "seq", before);
    return edit.kind() != Kind.REMOVE
        && after != null
        && (before == null || Long.parseLong(after.toString()) >= Long.parseLong(before));
  }

  /** A department's row lies in its scope before the edit and after it. */
  private static boolean inScope(Author author, Entity entity, RowEdit edit, Rows rows) {
    return switch (entity) {
      case POWER -> scoped(author.fields(), entity, edit, "field_id", rows);
      case PROCEDURE -> scoped(author.fields(), entity, edit, "field", rows);
      case INSTRUMENT -> scoped(Set.of(author.unit()), entity, edit, "issuer_id", rows);
      case INSTRUMENT_RELATION ->
          referenceInScope(Set.of(author.unit()), edit, "from_id", Entity.INSTRUMENT, rows);
      case PROVISION ->
          referenceInScope(Set.of(author.unit()), edit, "instrument_id", Entity.INSTRUMENT, rows);
      // A department takes its own proposal back; that it does no more is judged by the keys.
      case APPROVAL -> true;
      case GRANT -> referenceInScope(author.fields(), edit, "power_id", Entity.POWER, rows);
      default -> false;
    };
  }

  private static boolean scoped(
      Set<String> scope, Entity entity, RowEdit edit, String column, Rows rows) {
    String before = rows.text(entity, edit.key(), column);
    Object after = after(entity, edit, column, before);
    return (before == null || scope.contains(before)) && after != null && scope.contains(after);
  }

  private static boolean referenceInScope(
      Set<String> scope, RowEdit edit, String column, Entity target, Rows rows) {
    Entity entity = Objects.requireNonNull(edit.known());
    String owner = target == Entity.POWER ? "field_id" : "issuer_id";
    String before = rows.text(entity, edit.key(), column);
    Object after = after(entity, edit, column, before);
    return after != null
        && isIn(scope, rows.text(target, after.toString(), owner))
        && (before == null || isIn(scope, rows.text(target, before, owner)));
  }

  private static boolean isIn(Set<String> scope, @Nullable String value) {
    return value != null && scope.contains(value);
  }

  private static @Nullable Object after(
      Entity entity, RowEdit edit, String column, @Nullable String before) {
    int number = Objects.requireNonNull(entity.column(column)).number();
    return edit.fields().containsKey(number) ? edit.fields().get(number) : before;
  }

  /**
   * A new, moved or ended grant, and what brings an instrument into force or out of it. An insert
   * may meet a row that is there, whatever its author says to have seen: it is judged by its fields
   * like any other edit.
   */
  private static boolean movesAuthority(Entity entity, RowEdit edit) {
    List<String> moving = MOVING.getOrDefault(entity, List.of());
    return !moving.isEmpty()
        && (edit.kind() == Kind.REMOVE
            || (entity == Entity.GRANT && edit.kind() == Kind.INSERT)
            || touches(entity, edit, moving));
  }

  private static boolean touches(Entity entity, RowEdit edit, List<String> columns) {
    for (String column : columns) {
      if (edit.fields().containsKey(Objects.requireNonNull(entity.column(column)).number())) {
        return true;
      }
    }
    return false;
  }
}

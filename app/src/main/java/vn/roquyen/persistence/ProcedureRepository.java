package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.ADMIN_PROCEDURE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Channel;
import vn.roquyen.domain.DossierItem;
import vn.roquyen.domain.LegalBasis;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Procedures;

/** Reads procedures; lists never read more than a page of them. */
public final class ProcedureRepository implements Procedures {
  private static final int PAGE = 2000;
  private static final int MOST_NAMES = 20_000;

  /** Some procedures are a hundred kilobytes long. */
  private static final int WHOLE_PAGE = 100;

  /** What a list and the resolver need. */
  static final List<Field<String>> SHORT =
      List.of(
          ADMIN_PROCEDURE.CODE,
          ADMIN_PROCEDURE.NAME,
          ADMIN_PROCEDURE.DECISION,
          ADMIN_PROCEDURE.LEVELS,
          ADMIN_PROCEDURE.FIELD,
          ADMIN_PROCEDURE.AGENCY,
          ADMIN_PROCEDURE.AUTHORITY,
          ADMIN_PROCEDURE.MINISTRY,
          ADMIN_PROCEDURE.CHANNELS,
          ADMIN_PROCEDURE.SNAPSHOT,
          ADMIN_PROCEDURE.DECIDING_BODY);

  static final List<Field<String>> WITH_DOSSIER =
      instead(ADMIN_PROCEDURE.CHANNELS, ADMIN_PROCEDURE.DOSSIER);

  static final List<Field<String>> WITH_BASIS =
      instead(ADMIN_PROCEDURE.CHANNELS, ADMIN_PROCEDURE.LEGAL);

  private final Database database;

  public ProcedureRepository(Database database) {
    this.database = database;
  }

  @Override
  public @Nullable Procedure find(String code) {
    return database.read(
        dsl ->
            dsl.selectFrom(ADMIN_PROCEDURE)
                .where(ADMIN_PROCEDURE.CODE.eq(code))
                .fetchOne(ProcedureRepository::procedure));
  }

  /**
   * Short forms of some procedures, without steps, dossier, legal basis and conditions: enough for
   * a list and for the resolver.
   */
  @Override
  public Map<String, Procedure> summaries(Collection<String> codes) {
    Map<String, Procedure> found = new HashMap<>();
    database
        .read(
            dsl ->
                dsl.select(SHORT)
                    .from(ADMIN_PROCEDURE)
                    .where(ADMIN_PROCEDURE.CODE.in(codes))
                    .fetch(ProcedureRepository::procedure))
        .forEach(procedure -> found.put(procedure.code(), procedure));
    return found;
  }

  @Override
  public List<Procedure> withDossiers(Collection<String> codes) {
    return database.read(
        dsl ->
            dsl.select(WITH_DOSSIER)
                .from(ADMIN_PROCEDURE)
                .where(ADMIN_PROCEDURE.CODE.in(codes))
                .orderBy(ADMIN_PROCEDURE.CODE)
                .fetch(ProcedureRepository::procedure));
  }

  /**
   * The names of the procedures by their codes, in that order; of a catalogue that is larger than
   * any country's, the first.
   */
  public Map<String, String> names() {
    return database.read(
        dsl ->
            dsl.select(ADMIN_PROCEDURE.CODE, ADMIN_PROCEDURE.NAME)
                .from(ADMIN_PROCEDURE)
                .orderBy(ADMIN_PROCEDURE.CODE)
                .limit(MOST_NAMES)
                .fetchMap(ADMIN_PROCEDURE.CODE, ADMIN_PROCEDURE.NAME));
  }

  /**
   * Hands over the short form of every procedure in the order of the codes. Read page by page: a
   * result of a hundred thousand rows would not fit into memory, and H2 would put it on the disk
   * first.
   */
  @Override
  public void forEachSummary(Consumer<Procedure> reader) {
    forEach(SHORT, PAGE, reader);
  }

  @Override
  public void forEachWithBasis(Consumer<Procedure> reader) {
    forEach(WITH_BASIS, PAGE, reader);
  }

  /**
   * Hands over every procedure in the order of the codes, read page by page as the short forms; the
   * reader must not write.
   */
  public void forEach(Consumer<Procedure> reader) {
    forEach(List.of(ADMIN_PROCEDURE.fields()), WHOLE_PAGE, reader);
  }

  private static List<Field<String>> instead(Field<String> left, Field<String> taken) {
    List<Field<String>> fields = new ArrayList<>(SHORT);
    fields.remove(left);
    fields.add(taken);
    return List.copyOf(fields);
  }

  private void forEach(List<? extends Field<?>> fields, int size, Consumer<Procedure> reader) {
    String last = "";
    List<Procedure> page;
    do {
      String after = last;
      page =
          database.read(
              dsl ->
                  dsl.select(fields)
                      .from(ADMIN_PROCEDURE)
                      .where(ADMIN_PROCEDURE.CODE.gt(after))
                      .orderBy(ADMIN_PROCEDURE.CODE)
                      .limit(size)
                      .fetch(ProcedureRepository::procedure));
      page.forEach(reader);
      last = page.isEmpty() ? "" : page.getLast().code();
    } while (page.size() == size);
  }

  static Procedure procedure(Record row) {
    return new Procedure(
        row.get(ADMIN_PROCEDURE.CODE),
        RegisterRepository.nameOf(row, ADMIN_PROCEDURE.NAME, ADMIN_PROCEDURE.CODE),
        row.get(ADMIN_PROCEDURE.DECISION),
        Procedure.levels(row.get(ADMIN_PROCEDURE.LEVELS)),
        row.get(ADMIN_PROCEDURE.FIELD),
        optional(row, ADMIN_PROCEDURE.SUBJECTS),
        row.get(ADMIN_PROCEDURE.AGENCY),
        row.get(ADMIN_PROCEDURE.AUTHORITY),
        row.get(ADMIN_PROCEDURE.MINISTRY),
        optional(row, ADMIN_PROCEDURE.STEPS),
        channels(optional(row, ADMIN_PROCEDURE.CHANNELS)),
        dossier(optional(row, ADMIN_PROCEDURE.DOSSIER)),
        legal(optional(row, ADMIN_PROCEDURE.LEGAL)),
        optional(row, ADMIN_PROCEDURE.CONDITIONS),
        optional(row, ADMIN_PROCEDURE.RESULT),
        optional(row, ADMIN_PROCEDURE.URL),
        row.get(ADMIN_PROCEDURE.SNAPSHOT),
        row.get(ADMIN_PROCEDURE.DECIDING_BODY));
  }

  /** The value of a field that a short form leaves out. */
  private static @Nullable String optional(Record row, Field<String> field) {
    return row.field(field) == null ? null : row.get(field);
  }

  private static List<Channel> channels(@Nullable String json) {
    return ListColumn.read(json).stream()
        .map(
            part ->
                new Channel(
                    part.getOrDefault("channel", ""),
                    part.get("time_value"),
                    part.get("time_unit"),
                    part.get("fee"),
                    part.get("note")))
        .toList();
  }

  private static List<DossierItem> dossier(@Nullable String json) {
    return ListColumn.read(json).stream()
        .map(
            part ->
                new DossierItem(
                    part.get("group"),
                    part.getOrDefault("name", ""),
                    part.get("form"),
                    part.get("originals"),
                    part.get("copies")))
        .toList();
  }

  private static List<LegalBasis> legal(@Nullable String json) {
    return ListColumn.read(json).stream()
        .map(
            part ->
                new LegalBasis(
                    part.getOrDefault("number", ""),
                    part.get("title"),
                    part.get("issued"),
                    part.get("issuer")))
        .toList();
  }
}

package vn.roquyen.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.domain.draft.ColumnChoice;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.exchange.Annex;
import vn.roquyen.exchange.AnnexReader;
import vn.roquyen.exchange.InputLimits;
import vn.roquyen.exchange.XlsxWriter;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.Projection;
import vn.roquyen.platform.ColumnChoices;

/**
 * Takes the tables of decisions into the register: what a publisher would else type grant by grant.
 * A line without an id is matched by what it says; only then is it a new record.
 */
public final class AnnexService {
  private static final Map<Entity, List<String>> IDENTITY =
      Map.of(
          Entity.GRANT, List.of("power_id", "mode", "grantor_id", "grantee_id", "instrument_id"),
          Entity.POWER, List.of("field_id", "title"),
          Entity.INSTRUMENT, List.of("number", "title"));
  private static final Map<Entity, String> PREFIX =
      Map.of(Entity.GRANT, "g", Entity.POWER, "n", Entity.INSTRUMENT, "vb");
  private static final int LONGEST_KEY = 60;

  /** Stands for the id where several records fit a line. */
  private static final String SHARED = "";

  private final Projection projection;
  private final Ledger ledger;
  private final RegisterSource registers;
  private final ProcedureRepository procedures;
  private final ApprovalService approvals;
  private final ColumnChoices choices;

  public AnnexService(DraftService.Sources sources, ColumnChoices choices) {
    this.projection = sources.projection();
    this.ledger = sources.ledger();
    this.registers = sources.registers();
    this.procedures = sources.procedures();
    this.approvals = sources.approvals();
    this.choices = choices;
  }

  /**
   * Says what the annex would change, without writing.
   *
   * @param drafted new rows of the draft that the annex is for: its cells may name them
   * @throws vn.roquyen.domain.Fault INPUT_…: the file as a whole cannot be used
   */
  public AnnexPreview preview(Path file, ColumnChoice choice, List<DraftRow> drafted) {
    AnnexNames names = new AnnexNames(registers.current(), procedures);
    names.name(drafted);
    Annex annex = new AnnexReader(InputLimits.STANDARD, names).read(file, choice);
    AnnexProvisions provisions = new AnnexProvisions(names, drafted);
    return compared(annex, String.valueOf(file.getFileName()), provisions);
  }

  private AnnexPreview compared(Annex annex, String name, AnnexProvisions provisions) {
    List<AnnexPreview.Problem> problems =
        new ArrayList<>(annex.badCells().stream().map(AnnexPreview.Problem::of).toList());
    Map<String, Row> rows = new LinkedHashMap<>();
    projection.forEach(annex.entity(), row -> rows.put(row.key(), row));
    Map<String, String> known = knownKeys(annex, rows.values());
    Set<String> taken = new HashSet<>(rows.keySet());
    WaitingEdits waiting = new WaitingEdits(approvals.waiting());
    for (Row proposed : waiting.newRows(annex.entity())) {
      known.putIfAbsent(identity(annex, proposed.values()), proposed.key());
      taken.add(proposed.key());
    }
    Map<String, Long> seen = new HashMap<>();
    List<AnnexPreview.Line> lines = new ArrayList<>();
    for (Annex.Line line : annex.lines()) {
      String key = key(annex, line, known, taken);
      Long earlier = seen.putIfAbsent(key, line.number());
      Row there = rows.get(key);
      String missing = there == null ? missing(annex.entity(), line) : null;
      if (key.equals(SHARED)) {
        problems.add(problem(line, RowProblem.AMBIGUOUS, identity(annex, line.values())));
      } else if (earlier != null) {
        problems.add(problem(line, RowProblem.KEY_REPEATED, key, name, earlier.toString()));
      } else if (missing != null) {
        String header = AnnexReader.header(annex.entity(), missing);
        problems.add(problem(line, RowProblem.VALUE_MISSING, header));
      } else {
        Annex.Line whole = provisions.of(annex, line, there);
        lines.add(waiting.marked(compared(annex, whole, key, there)));
      }
    }
    return new AnnexPreview(
        annex.entity(),
        annex.sheet(),
        annex.headers().stream().map(AnnexPreview.Header::of).toList(),
        List.copyOf(lines),
        provisions.proposed(lines, waiting),
        problems,
        annex.converted());
  }

  /** What was chosen last for an annex of these headers, or null. */
  public @Nullable ColumnChoice remembered(List<String> headers) {
    return choices.find(headers);
  }

  /** Remembers a choice for the next annex of these headers. */
  public void remember(List<String> headers, ColumnChoice choice) {
    choices.keep(headers, choice);
  }

  /** The headers of the template of a kind of record. */
  public List<String> headers(Entity entity) {
    return AnnexReader.template(entity);
  }

  /**
   * Records what a preview found, as one change.
   *
   * @return what of it waits for a second key
   * @throws vn.roquyen.domain.Fault NOT_ALLOWED and the other faults of {@link Ledger#record}
   */
  public List<ChangeId> take(AnnexPreview preview) {
    return ledger.record(preview.operations());
  }

  /**
   * Writes an empty annex whose headers will be understood.
   *
   * @throws vn.roquyen.domain.Fault OUTPUT_FAILED
   */
  public void template(Entity entity, Path file) {
    XlsxWriter.write(file, "Phụ lục", AnnexReader.template(entity), List.of());
  }

  /** The kinds of record that an annex may hold. */
  public List<Entity> kinds() {
    return AnnexReader.kinds();
  }

  private static AnnexPreview.Line compared(
      Annex annex, Annex.Line line, String key, @Nullable Row there) {
    List<AnnexPreview.Difference> differences = new ArrayList<>();
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (String field : annex.entity().columns().keySet()) {
      Object before = there == null ? null : there.values().get(field);
      Object after = line.values().get(field);
      if (isStated(annex, line, field, there) && !Objects.equals(before, after)) {
        differences.add(new AnnexPreview.Difference(field, before, after));
        changes.put(field, after);
      }
    }
    if (there == null) {
      Operation insert = new Operation.Insert(annex.entity(), key, line.values());
      return new AnnexPreview.Line(
          line.number(), key, AnnexPreview.Verdict.NEW, differences, insert);
    }
    return changes.isEmpty()
        ? new AnnexPreview.Line(line.number(), key, AnnexPreview.Verdict.UNCHANGED, List.of(), null)
        : new AnnexPreview.Line(
            line.number(),
            key,
            AnnexPreview.Verdict.CHANGED,
            differences,
            new Operation.SetFields(annex.entity(), key, changes));
  }

  /** A provision follows from the words for it: it is stated where they are new or name one. */
  private static boolean isStated(Annex annex, Annex.Line line, String field, @Nullable Row there) {
    if (!field.equals("provision_id") || annex.stated().contains(field)) {
      return annex.stated().contains(field);
    }
    return line.values().containsKey(field)
        || (there != null
            && annex.stated().contains("provision")
            && !Objects.equals(line.values().get("provision"), there.values().get("provision")));
  }

  /** The ids of what is in the register, by what a line says about itself. */
  private static Map<String, String> knownKeys(Annex annex, Collection<Row> rows) {
    Map<String, String> known = new HashMap<>();
    for (Row row : rows) {
      known.merge(identity(annex, row.values()), row.key(), (one, other) -> SHARED);
    }
    return known;
  }

  /** Only fields that the annex has a column for can tell its lines apart. */
  private static String identity(Annex annex, Map<String, ?> values) {
    StringBuilder identity = new StringBuilder();
    for (String field : IDENTITY.getOrDefault(annex.entity(), List.of())) {
      if (annex.stated().contains(field)) {
        Object value = values.get(field);
        identity.append(value == null ? "–" : PlainLetters.of(value.toString())).append(" · ");
      }
    }
    return identity.toString();
  }

  private static String key(
      Annex annex, Annex.Line line, Map<String, String> known, Set<String> taken) {
    if (line.key() != null) {
      return line.key();
    }
    String there = known.get(identity(annex, line.values()));
    if (there != null) {
      return there;
    }
    String base = PREFIX.get(annex.entity()) + "-" + slug(annex.entity(), line.values());
    String key = base;
    for (int number = 2; !taken.add(key); number++) {
      key = base + "-" + number;
    }
    return key;
  }

  private static String slug(Entity entity, Map<String, Object> values) {
    Object name =
        entity == Entity.GRANT
            ? values.get("power_id")
            : values.getOrDefault("number", values.get("title"));
    String plain = PlainLetters.of(String.valueOf(name)).replaceAll("[^a-z0-9.]+", "-");
    String cut = plain.length() > LONGEST_KEY ? plain.substring(0, LONGEST_KEY) : plain;
    return cut.replaceAll("^-|-$", "");
  }

  private static @Nullable String missing(Entity entity, Annex.Line line) {
    return AnnexReader.needed(entity).stream()
        .filter(field -> !line.values().containsKey(field))
        .findFirst()
        .orElse(null);
  }

  private static AnnexPreview.Problem problem(
      Annex.Line line, RowProblem problem, String... arguments) {
    return new AnnexPreview.Problem(Long.toString(line.number()), problem, List.of(arguments));
  }
}

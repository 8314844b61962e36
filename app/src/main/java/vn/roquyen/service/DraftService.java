package vn.roquyen.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.AsEdited;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.Projection;
import vn.roquyen.platform.DraftFiles;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;

/**
 * What a publisher writes before it is signed. Every step is kept at once, can be undone and made
 * again also after a restart, and becomes one change of the ledger when the draft is sent.
 */
public final class DraftService {

  /** Where the rules of the register are asked. */
  public record Sources(
      LocalReplica replica,
      Projection projection,
      RegisterSource registers,
      ProcedureRepository procedures,
      ApprovalService approvals,
      Ledger ledger) {}

  private final DraftFiles files;
  private final Sources sources;
  private final Clock clock;

  public DraftService(DraftFiles files, Sources sources, Clock clock) {
    this.files = files;
    this.sources = sources;
    this.clock = clock;
  }

  /** All drafts of this data folder. */
  public DraftFiles.Found list() {
    return files.list();
  }

  /** The draft of that id. */
  public Draft find(String id) {
    return files.list().drafts().stream()
        .filter(draft -> draft.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Fault(FaultCode.RECORD_UNKNOWN, id));
  }

  /** Begins a draft with a first new row. */
  public Draft begin(Entity entity) {
    Draft empty = empty();
    return keep(empty.with(new Draft.Step.Add(List.of(DraftRows.fresh(empty, entity)))));
  }

  /** Begins a draft with what was written elsewhere: an annex, or a change that was returned. */
  public Draft begin(List<Operation> operations) {
    return keep(empty().with(new Draft.Step.Add(DraftRows.of(operations, 0))));
  }

  /** Begins a draft with the edits of a change, as an approval of now would write them. */
  public Draft begin(WaitingChange change) {
    return begin(WaitingChange.operations(sources.approvals().asEdited(change).edits()));
  }

  /**
   * Withdraws a change of this machine's key and takes it into a draft, to be corrected and put
   * forward anew. The draft is there first: whatever fails, no word is lost.
   *
   * @throws Fault those of {@link ApprovalService#decide}; then there is no draft
   */
  public Draft takeBack(WaitingChange change) {
    Draft draft = begin(change);
    try {
      sources.approvals().decide(change.id(), ApprovalVerdict.WITHDRAWN, null);
    } catch (Fault refused) {
      files.delete(draft.id());
      throw refused;
    }
    return draft;
  }

  /** Makes a step; the draft is on disk when this returns. */
  public Draft step(String id, Draft.Step step) {
    return change(id, draft -> draft.with(step));
  }

  /** Adds a new row; see {@link DraftRows#fresh}. */
  public Draft addRow(String id, Entity entity) {
    return change(
        id, draft -> draft.with(new Draft.Step.Add(List.of(DraftRows.fresh(draft, entity)))));
  }

  /** Begins a draft with records of the register. */
  public Draft begin(List<EditableRecords.Known> records, DraftRow.Kind kind) {
    return keep(withRecords(empty(), records, kind));
  }

  /**
   * Takes records of the register into the draft, to be changed or to be removed; one that is in it
   * already stays as it is, unless it is now to be removed.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public Draft addRecords(String id, List<EditableRecords.Known> records, DraftRow.Kind kind) {
    return change(id, draft -> withRecords(draft, records, kind));
  }

  /**
   * Takes what an annex holds into the draft; what the draft already says of the same records is
   * replaced. New grants take the draft's own instrument where the annex names none.
   */
  public Draft addOperations(String id, List<Operation> operations) {
    return change(
        id,
        draft -> {
          Draft more = draft;
          for (DraftRow row : draft.rows()) {
            if (operations.stream()
                .anyMatch(each -> each.entity() == row.entity() && each.key().equals(row.key()))) {
              more = more.with(new Draft.Step.Drop(row.number()));
            }
          }
          List<DraftRow> rows = DraftRows.of(operations, draft.nextNumber());
          return more.with(new Draft.Step.Add(DraftRows.under(draft, rows)));
        });
  }

  private Draft withRecords(Draft draft, List<EditableRecords.Known> records, DraftRow.Kind kind) {
    Draft more = draft;
    List<DraftRow> rows = new ArrayList<>();
    for (EditableRecords.Known record : records) {
      if (sources.projection().find(record.entity(), record.key()) == null) {
        throw new Fault(FaultCode.RECORD_UNKNOWN, record.key());
      }
      DraftRow there =
          draft.rows().stream()
              .filter(row -> row.entity() == record.entity() && row.key().equals(record.key()))
              .findFirst()
              .orElse(null);
      if (there != null && there.kind() == DraftRow.Kind.CHANGE && kind == DraftRow.Kind.REMOVE) {
        more = more.with(new Draft.Step.Drop(there.number()));
        there = null;
      }
      if (there == null) {
        int number = draft.nextNumber() + rows.size();
        rows.add(new DraftRow(number, record.entity(), record.key(), kind, Map.of()));
      }
    }
    return rows.isEmpty() ? more : more.with(new Draft.Step.Add(rows));
  }

  public Draft undo(String id) {
    return change(id, Draft::undone);
  }

  public Draft redo(String id) {
    return change(id, Draft::redone);
  }

  /** Throws a draft away. */
  public void delete(String id) {
    files.delete(id);
  }

  /**
   * Reads a draft against the register as it is now.
   *
   * @param labels the name of a field for people
   */
  public DraftCheck check(Draft draft, Function<String, String> labels) {
    return check(draft, List.of(), labels);
  }

  private DraftCheck check(Draft draft, List<DraftRow> beside, Function<String, String> labels) {
    List<DraftRow> named = new ArrayList<>(beside);
    named.addAll(draft.rows());
    Register register = sources.registers().current();
    AnnexNames words = new AnnexNames(register, sources.procedures());
    words.name(named);
    RecordNames names = new RecordNames(register, sources.procedures(), named);
    DraftReader reader = new DraftReader(sources.projection()::find, words, names, labels);
    WaitingEdits waiting = new WaitingEdits(sources.approvals().waiting());
    List<DraftCheck.CheckedRow> rows = new ArrayList<>();
    List<Operation> operations = new ArrayList<>();
    for (DraftReader.Outcome outcome : reader.read(draft)) {
      Operation operation = outcome.operation();
      boolean waits = operation != null && waiting.proposing(operation) != null;
      DraftCheck.CheckedRow row = outcome.row();
      rows.add(new DraftCheck.CheckedRow(row.row(), row.name(), row.fields(), waits));
      if (operation != null && !waits) {
        operations.add(operation);
      }
    }
    Membership member = sources.replica().membership();
    boolean secondKey =
        member != null && member.proposes(operations.stream().map(RowEdit::of).toList());
    return new DraftCheck(draft, List.copyOf(rows), List.copyOf(operations), secondKey);
  }

  /**
   * Records a draft as one change. Only when the ledger has it is the draft gone: whatever is
   * refused stays as it was typed.
   *
   * @return what of it waits for a second key
   * @throws Fault DRAFT_UNFINISHED, PROPOSAL_WAITING, NOT_ALLOWED and the others of {@link
   *     Ledger#record}
   */
  public List<ChangeId> send(String id) {
    Draft draft = find(id);
    DraftCheck check = check(draft, name -> name);
    if (check.problems() == 0
        && check.operations().isEmpty()
        && check.rows().stream().anyMatch(DraftCheck.CheckedRow::waiting)) {
      throw new Fault(FaultCode.PROPOSAL_WAITING);
    }
    if (!check.isReady()) {
      throw new Fault(
          FaultCode.DRAFT_UNFINISHED,
          Long.toString(check.problems()),
          Integer.toString(check.operations().size()));
    }
    List<ChangeId> waiting = sources.ledger().record(check.operations());
    files.delete(id);
    return waiting;
  }

  /**
   * Reads a change that waits as it would be approved now, so that each field shows what it would
   * replace and who corrected it meanwhile.
   *
   * @param labels the name of a field for people
   */
  public WaitingComparison compare(WaitingChange change, Function<String, String> labels) {
    AsEdited now = sources.approvals().asEdited(change);
    DraftCheck putForward = compare(change.operations(), List.of(), labels);
    DraftCheck check =
        now.corrections().isEmpty()
            ? putForward
            : compare(WaitingChange.operations(now.edits()), List.of(), labels);
    return WaitingComparison.of(
        now, check, putForward, UnitNames.of(sources.registers().current()));
  }

  /**
   * Reads what an annex would write: one row for each operation, in their order.
   *
   * @param beside rows of the draft that the annex is for: it may name them
   */
  public DraftCheck compare(
      List<Operation> operations, List<DraftRow> beside, Function<String, String> labels) {
    return check(empty().with(new Draft.Step.Add(DraftRows.of(operations, 0))), beside, labels);
  }

  private Draft empty() {
    Instant now = clock.instant();
    byte[] name = new byte[4];
    new java.security.SecureRandom().nextBytes(name);
    String id = now.toEpochMilli() + "-" + HexFormat.of().formatHex(name);
    return Draft.begin(id, now);
  }

  private Draft change(String id, UnaryOperator<Draft> how) {
    return keep(how.apply(find(id)));
  }

  private Draft keep(Draft draft) {
    files.save(Objects.requireNonNull(draft));
    return draft;
  }
}

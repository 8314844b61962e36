package vn.roquyen.ui.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.References;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.DraftCheck;
import vn.roquyen.service.EditableRecords.Known;
import vn.roquyen.service.EditingServices;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.WaitingChange;
import vn.roquyen.service.WaitingComparison;
import vn.roquyen.ui.common.Background;

/** What a publisher writes and what waits for a second key; every step is kept in order. */
public final class EditingViewModel {

  /**
   * What the list shows.
   *
   * @param unreadable names of files that are no drafts to this program
   */
  public record Shown(List<Entry> entries, List<String> unreadable) {}

  /**
   * The chosen entry, read against the register.
   *
   * @param comparison of a change that waits; null for a draft
   * @param row number of the row whose form is open; -1 for none
   */
  public record Open(
      Entry entry, DraftCheck check, @Nullable WaitingComparison comparison, int row) {

    Open at(int other) {
      return new Open(entry, check, comparison, other);
    }

    /** The row whose form is open, or null. */
    public DraftCheck.@Nullable CheckedRow chosen() {
      return check.rows().stream()
          .filter(each -> each.row().number() == row)
          .findFirst()
          .orElse(null);
    }
  }

  private final EditingServices services;
  private final RegisterSource registers;
  private final Background.Lane lane;
  private final Messages messages;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();
  private Completion completion;
  private String wanted = "";

  /** The draft that is being sent: the news of its change come before it is closed. */
  private String leaving = "";

  public EditingViewModel(
      EditingServices services,
      RegisterSource registers,
      Background.Lane lane,
      Messages messages,
      Consumer<Throwable> onFailed) {
    this.services = services;
    this.registers = registers;
    this.lane = lane;
    this.messages = messages;
    this.onFailed = onFailed;
    this.completion = new Completion(-1, List.of(), messages);
  }

  /** The list; null until it is loaded. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** What is open; null when nothing is. */
  public ReadOnlyObjectProperty<@Nullable Open> open() {
    return open.getReadOnlyProperty();
  }

  /** What a field can be completed to. */
  public List<Completion.Name> complete(Entity entity, String field, String typed) {
    Open now = open.get();
    String within =
        now != null && field.equals("provision_id")
            ? Completion.shown(now.chosen(), References.provisionOf(entity))
            : "";
    return completion.of(
        entity, field, typed, now == null ? List.of() : now.check().rows(), within);
  }

  /** How a person tells an entry from the others. */
  public String title(Entry entry) {
    return new EntryTitle(completion, messages).of(entry);
  }

  /** Reads drafts and what waits; what is open stays open. */
  public void load() {
    Completion before = completion;
    lane.run(() -> completion(before), found -> completion = found, onFailed);
    lane.run(this::list, this::listed, onFailed);
  }

  /** What is open is read anew as it now stands; what is no longer in the list is closed. */
  private void listed(Shown found) {
    shown.set(found);
    if (wanted.isEmpty() || wanted.equals(leaving)) {
      return;
    }
    found.entries().stream()
        .filter(entry -> entry.id().equals(wanted))
        .findFirst()
        .ifPresentOrElse(
            this::open,
            () -> {
              wanted = "";
              open.set(null);
            });
  }

  private Completion completion(Completion before) {
    long revision = registers.current().revision();
    return revision == before.revision()
        ? before
        : new Completion(revision, services.records().all(), messages);
  }

  /** Records of the register that fit the words, best first. */
  public List<Known> records(String typed) {
    return completion.records(typed);
  }

  /** Begins a draft in which a record of the register is changed or removed. */
  public void beginWith(Known record, DraftRow.Kind kind) {
    bring(null, () -> List.of(record), kind);
  }

  /** Takes a record of the register into the open draft. */
  public void addRecord(Known record, DraftRow.Kind kind) {
    onDraft(id -> bring(id, () -> List.of(record), kind));
  }

  /** Takes what a card shows into the open draft, or else into a new one. */
  public void edit(String id) {
    bring(writing(), () -> services.records().behind(id), DraftRow.Kind.CHANGE);
  }

  /** Takes records into a draft and opens the form of the first of them. */
  private void bring(@Nullable String draft, Supplier<List<Known>> wished, DraftRow.Kind kind) {
    lane.run(
        () -> {
          List<Known> records = wished.get();
          Draft taken =
              draft == null
                  ? services.drafts().begin(records, kind)
                  : services.drafts().addRecords(draft, records, kind);
          int row =
              taken.rows().stream()
                  .filter(each -> each.key().equals(records.getFirst().key()))
                  .mapToInt(DraftRow::number)
                  .findFirst()
                  .orElse(-1);
          Open checked = checked(taken);
          return checked.at(row);
        },
        brought -> {
          wanted = brought.entry().id();
          take(brought);
          choose(brought.row());
          load();
        },
        onFailed);
  }

  /** Opens an entry of the list. */
  public void open(Entry entry) {
    wanted = entry.id();
    switch (entry) {
      case Entry.Writing writing -> draft(() -> services.drafts().find(writing.id()));
      case Entry.Waiting waiting ->
          lane.run(
              () -> {
                WaitingComparison now =
                    services.drafts().compare(waiting.change(), Function.identity());
                return new Open(waiting, now.check(), now, -1);
              },
              this::take,
              onFailed);
    }
  }

  /** Opens the form of another row. */
  public void choose(int row) {
    Open now = open.get();
    if (now != null && now.row() != row) {
      open.set(now.at(row));
    }
  }

  /** Begins a draft with a record of that kind. */
  public void begin(Entity entity) {
    started(() -> services.drafts().begin(entity));
  }

  /** Withdraws the open change and takes it into a new draft, to be corrected. */
  public void takeBack(WaitingChange change) {
    started(() -> services.drafts().takeBack(change));
  }

  /** Takes the edits of a change into a new draft. */
  public void rework(WaitingChange change) {
    started(() -> services.drafts().begin(change));
  }

  /** Adds a new row and opens its form. */
  public void add(Entity entity) {
    onDraft(id -> draftThenLast(() -> services.drafts().addRow(id, entity)));
  }

  /** Keeps what was typed into a field. */
  public void set(int row, String field, String text) {
    onDraft(id -> draft(() -> services.drafts().step(id, new Draft.Step.Set(row, field, text))));
  }

  /** Takes a row out of the draft; that can be undone. */
  public void drop(int row) {
    onDraft(id -> draft(() -> services.drafts().step(id, new Draft.Step.Drop(row))));
  }

  public void undo() {
    onDraft(id -> draft(() -> services.drafts().undo(id)));
  }

  public void redo() {
    onDraft(id -> draft(() -> services.drafts().redo(id)));
  }

  /** Throws the open draft away. */
  public void delete() {
    onDraft(id -> lane.carryOut(() -> services.drafts().delete(id), this::close, onFailed));
  }

  /** Hands over the open draft as it is when all that was typed is kept. */
  public void whenKept(Consumer<Open> onKept) {
    onDraft(
        id ->
            lane.carryOut(
                () -> {},
                () -> {
                  Open now = open.get();
                  if (now != null && now.entry().id().equals(id)) {
                    onKept.accept(now);
                  }
                },
                onFailed));
  }

  /**
   * Sends the open draft; when it is refused it stays as it is.
   *
   * @param onSent told whether it now waits for a second key
   */
  public void send(Consumer<Boolean> onSent) {
    onDraft(
        id -> {
          leaving = id;
          lane.run(
              () -> !services.drafts().send(id).isEmpty(),
              waits -> {
                close();
                onSent.accept(waits);
              },
              failure -> {
                leaving = "";
                onFailed.accept(failure);
              });
        });
  }

  /** Decides on the open change, which is handed over as it then stands. */
  public void decide(ApprovalVerdict verdict, String reason, Consumer<WaitingChange> onDecided) {
    Open now = open.get();
    if (now != null && now.entry() instanceof Entry.Waiting waiting) {
      lane.run(
          () -> services.approvals().decide(waiting.id(), verdict, reason),
          decided -> {
            if (decided.state().isOpen()) {
              load();
            } else {
              close();
            }
            onDecided.accept(decided);
          },
          onFailed);
    }
  }

  private void close() {
    wanted = "";
    leaving = "";
    open.set(null);
    load();
  }

  private Shown list() {
    var found = services.drafts().list();
    List<Entry> entries = new ArrayList<>(found.drafts().stream().map(Entry.Writing::new).toList());
    boolean mayDecide = services.approvals().mayDecide();
    List<WaitingChange> changes = new ArrayList<>(services.approvals().waiting());
    changes.addAll(services.approvals().refused());
    for (WaitingChange change : changes) {
      entries.add(new Entry.Waiting(change, services.records().unit(change.unit()), mayDecide));
    }
    return new Shown(List.copyOf(entries), found.unreadable());
  }

  private void onDraft(Consumer<String> work) {
    String id = writing();
    if (id != null) {
      work.accept(id);
    }
  }

  /** The draft that is open, or null. */
  private @Nullable String writing() {
    Open now = open.get();
    return now != null && now.entry() instanceof Entry.Writing ? now.entry().id() : null;
  }

  private void started(Supplier<Draft> work) {
    lane.run(
        () -> checked(work.get()),
        begun -> {
          wanted = begun.entry().id();
          take(begun);
          load();
        },
        onFailed);
  }

  private void draft(Supplier<Draft> work) {
    lane.run(() -> checked(work.get()), this::take, onFailed);
  }

  private void draftThenLast(Supplier<Draft> work) {
    lane.run(
        () -> checked(work.get()),
        now -> {
          take(now);
          choose(now.check().rows().getLast().row().number());
        },
        onFailed);
  }

  private Open checked(Draft draft) {
    return new Open(
        new Entry.Writing(draft), services.drafts().check(draft, Function.identity()), null, -1);
  }

  /** Shows what was read unless something else was opened since. */
  private void take(Open read) {
    if (!read.entry().id().equals(wanted)) {
      return;
    }
    Open before = open.get();
    boolean same = before != null && before.entry().id().equals(wanted);
    List<DraftRow> rows = read.check().draft().rows();
    int row = same ? before.row() : -1;
    boolean isThere = rows.stream().anyMatch(each -> each.number() == row);
    int other = rows.isEmpty() ? -1 : same ? rows.getLast().number() : rows.getFirst().number();
    open.set(read.at(isThere ? row : other));
    replaceInList(read.entry());
  }

  /** The list follows each step without being read again. */
  private void replaceInList(Entry entry) {
    Shown now = shown.get();
    if (now != null && entry instanceof Entry.Writing) {
      List<Entry> entries = new ArrayList<>(now.entries());
      entries.replaceAll(each -> each.id().equals(entry.id()) ? entry : each);
      shown.set(new Shown(entries, now.unreadable()));
    }
  }
}

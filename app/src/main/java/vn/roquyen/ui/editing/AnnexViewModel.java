package vn.roquyen.ui.editing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.draft.ColumnChoice;
import vn.roquyen.domain.draft.Draft;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.AnnexPreview;
import vn.roquyen.service.DraftCheck;
import vn.roquyen.service.EditingServices;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Newest;

/** An annex on its way into a draft: its columns, what it would change, what keeps it out. */
public final class AnnexViewModel {

  /** Where it stands. */
  public sealed interface State {
    /** No annex is open. */
    record None() implements State {}

    /** A file is being read. */
    record Reading(Path file) implements State {}

    /**
     * A file was read.
     *
     * @param open the draft that was open when the file came, or null
     * @param into true when it goes into that draft, false for a new one
     * @param check the lines that would change something, in their order, as people read them
     * @param remembered true when the columns were read as those of an earlier annex
     */
    record Read(
        Path file,
        @Nullable Draft open,
        boolean into,
        AnnexPreview preview,
        DraftCheck check,
        boolean remembered)
        implements State {

      /** The draft that it goes into; null for a new one. */
      @Nullable Draft draft() {
        return into ? open : null;
      }

      /** True when it can be taken into a draft. */
      public boolean isReady() {
        return preview.problems().isEmpty() && !preview.operations().isEmpty();
      }
    }
  }

  private final EditingServices services;
  private final Background.Lane lane;
  private final Messages messages;
  private final Consumer<Throwable> onFailed;
  private final Newest<State> readings;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());

  public AnnexViewModel(
      EditingServices services,
      Background.Lane lane,
      Messages messages,
      Consumer<Throwable> onFailed) {
    this.services = services;
    this.lane = lane;
    this.messages = messages;
    this.onFailed = onFailed;
    this.readings =
        new Newest<>(
            lane,
            state::set,
            failure -> {
              close();
              onFailed.accept(failure);
            });
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /**
   * Reads a file as the last annex of the same headers was read, if there was one.
   *
   * @param open the draft that is open, or null
   * @param into true when the annex is to go into that draft, as far as there is one
   */
  public void open(Path file, @Nullable Draft open, boolean into) {
    state.set(new State.Reading(file));
    Target target = new Target(file, open, into && open != null);
    readings.ask(
        () -> {
          State.Read first = read(target, ColumnChoice.NONE, false);
          ColumnChoice known = services.annexes().remembered(first.preview().names());
          return known == null ? first : read(target, known, true);
        });
  }

  /** Lets the annex go into the draft that is open, or into a new one. */
  public void into(boolean open) {
    if (state.get() instanceof State.Read read && read.into() != open) {
      open(read.file(), read.open(), open);
    }
  }

  private record Target(Path file, @Nullable Draft open, boolean into) {}

  /** Reads the same file again, after it was corrected. */
  public void again() {
    if (state.get() instanceof State.Read read) {
      open(read.file(), read.open(), read.into());
    }
  }

  /** Reads the rows as another kind of record. */
  public void readAs(Entity entity) {
    if (state.get() instanceof State.Read read && read.preview().entity() != entity) {
      decide(read, new ColumnChoice(entity, Map.of()));
    }
  }

  /**
   * Reads a column as another field; that is remembered for the next annex of these headers.
   *
   * @param field empty leaves the column out
   */
  public void choose(String header, String field) {
    if (state.get() instanceof State.Read read) {
      Map<String, String> fields = new HashMap<>();
      for (AnnexPreview.Header each : read.preview().headers()) {
        String now = Objects.requireNonNullElse(each.field(), "");
        fields.put(each.name(), now.equals(field) ? "" : now);
      }
      fields.put(header, field);
      decide(read, new ColumnChoice(read.preview().entity(), fields));
    }
  }

  /** Takes the lines into the draft; nothing of it is effective yet. */
  public void take(Consumer<Draft> onTaken) {
    if (state.get() instanceof State.Read read && read.isReady()) {
      Draft draft = read.draft();
      lane.run(
          () ->
              draft == null
                  ? services.drafts().begin(read.preview().operations())
                  : services.drafts().addOperations(draft.id(), read.preview().operations()),
          taken -> {
            close();
            onTaken.accept(taken);
          },
          onFailed);
    }
  }

  /** Writes an empty annex whose headers will be understood. */
  public void template(Entity entity, Path file, Consumer<Path> onWritten) {
    lane.carryOut(
        () -> services.annexes().template(entity, file), () -> onWritten.accept(file), onFailed);
  }

  /** The kinds of record that an annex may hold. */
  public List<Entity> kinds() {
    return services.annexes().kinds();
  }

  /** Leaves the annex; a reading that is under way is dropped. */
  public void close() {
    readings.drop();
    state.set(new State.None());
  }

  private void decide(State.Read read, ColumnChoice choice) {
    readings.ask(
        () -> {
          services.annexes().remember(read.preview().names(), choice);
          return read(new Target(read.file(), read.open(), read.into()), choice, false);
        });
  }

  private State.Read read(Target target, ColumnChoice choice, boolean remembered) {
    Draft draft = target.into() ? target.open() : null;
    AnnexPreview preview =
        services.annexes().preview(target.file(), choice, draft == null ? List.of() : draft.rows());
    DraftCheck check =
        services
            .drafts()
            .compare(
                preview.operations(),
                draft == null ? List.of() : draft.rows(),
                field -> messages.text("column." + field));
    return new State.Read(target.file(), target.open(), target.into(), preview, check, remembered);
  }
}

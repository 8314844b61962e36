package vn.roquyen.ui.sync;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.service.StoreDraft;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.StoreService.Checked;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Newest;

/** Adds, tries, changes and removes shared stores. */
public final class StoresViewModel {

  /** What trying or keeping a store has found. */
  public sealed interface Finding {
    /** The store was tried. */
    record Tried(Checked checked) implements Finding {}

    /** What was entered cannot be a store. */
    record Wrong(Fault fault) implements Finding {}
  }

  private final StoreService stores;
  private final Background.Lane keeping;
  private final Newest<Checked> trying;
  private final Runnable onChanged;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<@Nullable Finding> finding = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * The stores of a data folder.
   *
   * @param onChanged called when a store was added, changed or removed
   */
  public StoresViewModel(
      StoreService stores,
      Background background,
      Runnable onChanged,
      Consumer<Throwable> onFailed) {
    this.stores = stores;
    this.keeping = background.lane("stores");
    this.trying =
        new Newest<>(
            background.lane("stores-try"),
            checked -> tell(new Finding.Tried(checked)),
            this::failed);
    this.onChanged = onChanged;
    this.onFailed = onFailed;
  }

  /** What was found last; null when nothing was tried yet. */
  public ReadOnlyObjectProperty<@Nullable Finding> finding() {
    return finding.getReadOnlyProperty();
  }

  /** True while a store is tried. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Begins with an empty finding; a trial under way is forgotten. */
  public void begin() {
    trying.drop();
    busy.set(false);
    finding.set(null);
  }

  /** Tries a store without keeping it. */
  public void check(StoreDraft draft) {
    busy.set(true);
    finding.set(null);
    trying.ask(() -> stores.check(draft));
  }

  /** Keeps a new store, or what was changed of the one of that name. */
  public void save(StoreDraft draft, boolean isNew, Runnable onSaved) {
    keeping.run(
        () -> stores.save(draft, isNew),
        saved -> {
          onSaved.run();
          onChanged.run();
        },
        this::failed);
  }

  /** Forgets a store; what lies in it is not touched. */
  public void remove(String name) {
    keeping.carryOut(() -> stores.remove(name), onChanged, onFailed);
  }

  /** Says whether the way to a store is paid for by its volume. */
  public void setMetered(String name, boolean metered) {
    keeping.carryOut(() -> stores.setMetered(name, metered), onChanged, onFailed);
  }

  private void tell(Finding found) {
    busy.set(false);
    finding.set(found);
  }

  private void failed(Throwable failure) {
    if (failure instanceof Fault fault) {
      tell(new Finding.Wrong(fault));
    } else {
      busy.set(false);
      onFailed.accept(failure);
    }
  }
}

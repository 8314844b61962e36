package vn.roquyen.ui.start;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.platform.Settings.Role;

/** The three questions of the first start and what was answered so far. */
public final class FirstStartViewModel {

  /** The questions, in order. */
  public enum Step {
    ROLE,
    UNIT,
    DATA
  }

  /** Where the data come from. */
  public sealed interface Source {
    /** What the data folder already holds. */
    record Present() implements Source {}

    /** The sample data that come with the program. */
    record Sample() implements Source {}

    /** Files or folders, for instance on a USB stick. */
    record Files(List<Path> paths) implements Source {}
  }

  private final List<Commune> communes;
  private final boolean present;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.ROLE);
  private final ObjectProperty<@Nullable Role> role = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Commune> unit = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Source> source = new SimpleObjectProperty<>();

  /**
   * @param communes those to choose from
   * @param present true when the data folder already holds a register
   */
  public FirstStartViewModel(Collection<Commune> communes, boolean present) {
    this.communes = new VietnameseOrder().sorted(List.copyOf(communes), Commune::name);
    this.present = present;
    source.set(present ? new Source.Present() : new Source.Sample());
  }

  /** True when the data folder already holds a register. */
  public boolean hasData() {
    return present;
  }

  public ObjectProperty<Step> step() {
    return step;
  }

  public ObjectProperty<@Nullable Role> role() {
    return role;
  }

  public ObjectProperty<@Nullable Commune> unit() {
    return unit;
  }

  public ObjectProperty<@Nullable Source> source() {
    return source;
  }

  /** True when the question in view is answered. */
  public BooleanBinding answered() {
    return Bindings.createBooleanBinding(
        () ->
            switch (step.get()) {
              case ROLE -> role.get() != null;
              case UNIT -> unit.get() != null;
              case DATA -> source.get() != null;
            },
        step,
        role,
        unit,
        source);
  }

  /** The communes whose name, or the name of a unit they were formed from, holds the words. */
  public List<Commune> search(String words) {
    String wanted = PlainLetters.of(words.strip());
    return communes.stream().filter(commune -> matches(commune, wanted)).toList();
  }

  /** Goes on to the next question; false at the last one. */
  public boolean next() {
    int next = step.get().ordinal() + 1;
    if (next == Step.values().length) {
      return false;
    }
    step.set(Step.values()[next]);
    return true;
  }

  /** Goes back to the question before. */
  public void back() {
    step.set(Step.values()[Math.max(0, step.get().ordinal() - 1)]);
  }

  private static boolean matches(Commune commune, String wanted) {
    return PlainLetters.of(commune.fullName()).contains(wanted)
        || commune.code().startsWith(wanted)
        || commune.predecessors().stream().anyMatch(old -> PlainLetters.of(old).contains(wanted));
  }
}

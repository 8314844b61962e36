package vn.roquyen.ui.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Notice;
import vn.roquyen.ui.common.Place;
import vn.roquyen.ui.common.Standpoint;

/** State of the frame: what is asked, from where, for which day, and which screen is in view. */
public final class ShellViewModel {
  private final Clock clock;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.LOOKUP);
  private final ReadOnlyObjectWrapper<LocalDate> date;
  private final ReadOnlyBooleanWrapper otherDay = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Standpoint> standpoint =
      new ReadOnlyObjectWrapper<>();
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final IntegerProperty todo = new SimpleIntegerProperty();
  private @Nullable Commune unit;
  private @Nullable LocalDate known;
  private @Nullable LocalDate begins;

  public ShellViewModel(Clock clock) {
    this.clock = clock;
    this.date = new ReadOnlyObjectWrapper<>(LocalDate.now(clock));
  }

  /** The words in the search box, exactly as typed. */
  public StringProperty query() {
    return query;
  }

  public ObjectProperty<Place> place() {
    return place;
  }

  /** The day for which the whole window answers. */
  public ReadOnlyObjectProperty<LocalDate> date() {
    return date.getReadOnlyProperty();
  }

  /** True while the window answers for a day other than today. */
  public ReadOnlyBooleanProperty otherDay() {
    return otherDay.getReadOnlyProperty();
  }

  /** The day as the register answered at its end; null while it answers from what it knows now. */
  public @Nullable LocalDate known() {
    return known;
  }

  /** The first day of which the register on this machine knows; null while it is empty. */
  public @Nullable LocalDate begins() {
    return begins;
  }

  public void setBegins(@Nullable LocalDate first) {
    begins = first;
  }

  /** How many things the commune has to confirm; shown at the entry of the rail. */
  public IntegerProperty todo() {
    return todo;
  }

  /** What was found and mended when the data were opened, and not yet read. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  /** Commune and day together; null until the commune is known. */
  public ReadOnlyObjectProperty<@Nullable Standpoint> standpoint() {
    return standpoint.getReadOnlyProperty();
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public void setUnit(Commune chosen) {
    unit = chosen;
    publish();
  }

  /** Makes the window answer for a day from what the register knows now. */
  public void setDate(LocalDate chosen) {
    look(chosen, null);
  }

  /** True when the register can answer as it did at the end of that day. */
  public boolean knew(LocalDate day) {
    return begins != null && !day.isBefore(begins) && day.isBefore(today());
  }

  /** Makes the window answer as the register did at the end of a day. */
  public void setKnown(LocalDate day) {
    look(day, day);
  }

  private void look(LocalDate chosen, @Nullable LocalDate asKnown) {
    known = asKnown;
    otherDay.set(false);
    date.set(chosen);
    otherDay.set(asKnown != null || !chosen.equals(today()));
    publish();
  }

  public void backToToday() {
    setDate(today());
  }

  /** Follows midnight: a window that answered for today goes on answering for today. */
  public void dayMayHaveChanged() {
    if (!otherDay.get() && !date.get().equals(today())) {
      backToToday();
    }
  }

  private void publish() {
    if (unit != null) {
      Standpoint now = new Standpoint(unit, date.get(), known);
      if (!Objects.equals(now, standpoint.get())) {
        standpoint.set(now);
      }
    }
  }
}

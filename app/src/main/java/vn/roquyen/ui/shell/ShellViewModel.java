package vn.roquyen.ui.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
  private @Nullable Commune unit;

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

  /** Makes the window answer for a day. */
  public void setDate(LocalDate chosen) {
    date.set(chosen);
    otherDay.set(!chosen.equals(today()));
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
      Standpoint now = new Standpoint(unit, date.get());
      if (!Objects.equals(now, standpoint.get())) {
        standpoint.set(now);
      }
    }
  }
}

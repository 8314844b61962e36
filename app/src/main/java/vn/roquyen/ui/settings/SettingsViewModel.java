package vn.roquyen.ui.settings;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.roquyen.domain.Commune;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.Settings.Language;
import vn.roquyen.platform.Settings.Role;
import vn.roquyen.platform.Settings.Theme;

/** The settings as they are changed one by one; each change is kept and takes effect at once. */
public final class SettingsViewModel {
  /** Steps in which the text grows, in percent. */
  static final int TEXT_STEP = 25;

  private final ReadOnlyObjectWrapper<Settings> settings;
  private final Consumer<Settings> keep;

  /**
   * @param keep writes the settings and makes the window follow
   */
  public SettingsViewModel(Settings now, Consumer<Settings> keep) {
    this.settings = new ReadOnlyObjectWrapper<>(now);
    this.keep = keep;
  }

  public ReadOnlyObjectProperty<Settings> settings() {
    return settings.getReadOnlyProperty();
  }

  public void choose(Commune unit) {
    change(settings.get().withUnit(unit.code()));
  }

  public void choose(Role role) {
    change(settings.get().withRole(role));
  }

  public void choose(Language language) {
    change(settings.get().withLanguage(language));
  }

  public void choose(Theme theme) {
    change(settings.get().withTheme(theme));
  }

  public void setTextPercent(int percent) {
    change(settings.get().withTextPercent(percent));
  }

  private void change(Settings wanted) {
    if (!wanted.equals(settings.get())) {
      settings.set(wanted);
      keep.accept(wanted);
    }
  }
}

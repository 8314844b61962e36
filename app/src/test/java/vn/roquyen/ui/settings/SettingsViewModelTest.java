package vn.roquyen.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.roquyen.platform.Settings;
import vn.roquyen.platform.Settings.Language;
import vn.roquyen.platform.Settings.Theme;

final class SettingsViewModelTest {
  private final List<Settings> kept = new ArrayList<>();
  private final SettingsViewModel model = new SettingsViewModel(Settings.FIRST, kept::add);

  @Test
  void eachChangeIsKeptAtOnceAndOnlyOnce() {
    model.choose(Theme.DARK);
    model.choose(Theme.DARK);
    model.setTextPercent(150);
    model.choose(Language.EN);
    assertThat(kept)
        .containsExactly(
            Settings.FIRST.withTheme(Theme.DARK),
            Settings.FIRST.withTheme(Theme.DARK).withTextPercent(150),
            Settings.FIRST.withTheme(Theme.DARK).withTextPercent(150).withLanguage(Language.EN));
  }

  @Test
  void textKeepsToItsLimits() {
    model.setTextPercent(5000);
    assertThat(model.settings().get().textPercent()).isEqualTo(Settings.LARGEST_TEXT);
  }
}

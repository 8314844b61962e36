package vn.roquyen.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.roquyen.TurnedClock;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Place;

/** The entries at the left edge by keyboard: what is marked is what is shown. */
@ExtendWith(ApplicationExtension.class)
final class RailTest {
  private final ShellViewModel model =
      new ShellViewModel(
          new TurnedClock(
              SampleRegister.TODAY.atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant(),
              ZoneId.of("Asia/Ho_Chi_Minh")));
  private List<ToggleButton> entries;

  @Start
  void show(Stage stage) {
    Rail rail =
        new Rail(
            List.of(Place.LOOKUP, Place.NEWS, Place.EDITING), model, new Messages(Locale.of("vi")));
    entries = rail.root().getChildren().stream().map(ToggleButton.class::cast).toList();
    stage.setScene(new Scene(rail.root()));
    stage.show();
  }

  @Test
  void arrowsMoveTheKeyboardAndOnlySpaceOpens(FxRobot robot) {
    robot.interact(entries.getFirst()::requestFocus);
    robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
    assertThat(entries.getLast().isFocused()).isTrue();
    assertThat(entries).filteredOn(ToggleButton::isSelected).containsExactly(entries.getFirst());
    robot.type(KeyCode.SPACE);
    assertThat(model.place().get()).isEqualTo(Place.EDITING);
    assertThat(entries).filteredOn(ToggleButton::isSelected).containsExactly(entries.getLast());
    robot.type(KeyCode.SPACE);
    assertThat(entries.getLast().isSelected()).as("pressed once more").isTrue();
  }
}

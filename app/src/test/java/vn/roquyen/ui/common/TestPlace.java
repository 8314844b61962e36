package vn.roquyen.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where a view model works in a test: without a window, whose work the test runs itself. What fails
 * and was not expected to fails the test.
 */
public final class TestPlace implements AfterEachCallback {
  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final SimpleObjectProperty<@Nullable Standpoint> standpoint =
      new SimpleObjectProperty<>();
  private final List<Throwable> failures = new ArrayList<>();

  /** A place of work with that lane. */
  public Workplace at(String lane) {
    return new Workplace(background.lane(lane), standpoint, failures::add);
  }

  /** Looks at the register from there. */
  public void look(Standpoint from) {
    standpoint.set(from);
  }

  public WindowQueue window() {
    return window;
  }

  /** Runs what comes to the window until the condition holds. */
  public void runUntil(BooleanSupplier condition) {
    window.runUntil(condition);
  }

  /** Waits for a failure, which the test expects. */
  public Throwable expectFailure() {
    window.runUntil(() -> !failures.isEmpty());
    return failures.removeFirst();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    background.close();
    assertThat(failures).isEmpty();
  }
}

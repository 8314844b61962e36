package vn.roquyen.ui;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.platform.ProcessFigures;
import vn.roquyen.service.Lookup;
import vn.roquyen.service.Question;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Navigator;

/**
 * A start for measuring: the window opens, answers one question, tells how long both took since the
 * start of the process, and closes. The AOT cache is trained with it, and it proves an installed
 * package. Asked for with the system property {@code roquyen.trial}, whose value is the question.
 */
public final class Trial {
  private static final String PROPERTY = "roquyen.trial";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String question;
  private final PrintStream out;
  private @Nullable Scene window;

  private Trial(String question, PrintStream out) {
    this.question = question;
    this.out = out;
  }

  /** The trial that was asked for, or null in ordinary use. */
  public static @Nullable Trial asked() {
    String question = System.getProperty(PROPERTY);
    return question == null || question.isBlank() ? null : new Trial(question, System.out);
  }

  /** Tells when the window's first picture was drawn. */
  public void whenDrawn(Scene scene) {
    window = scene;
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private int pulses;

          @Override
          public void run() {
            pulses++;
            if (pulses == 2) {
              scene.removePostLayoutPulseListener(this);
              // The second pulse waits until the first picture is painted; its way to the screen is
              // queued meanwhile, so what is queued after this pulse runs when it is there.
              Platform.runLater(() -> Platform.runLater(() -> tell("window shown")));
            }
          }
        });
    Platform.requestNextPulse();
  }

  /** Asks the question in the window and quits when its first answer can be read there. */
  public void ask(Services services, Navigator navigator, Background background) {
    navigator.lookUp(question);
    background.lane("trial").run(() -> firstTitle(services), this::awaitText, this::fail);
  }

  private String firstTitle(Services services) {
    Commune unit = services.registers().current().communes().values().iterator().next();
    Question asked =
        new Question(question, false, SearchFilter.ALL, unit, LocalDate.now(services.clock()), 1);
    Lookup found = services.lookup().find(asked);
    return found.hits().getFirst().title();
  }

  private void awaitText(String text) {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (window != null && shows(window.getRoot(), text)) {
          stop();
          tell("question answered");
          tellMemory();
          Platform.exit();
        } else if (ProcessFigures.age().compareTo(PATIENCE) > 0) {
          stop();
          fail(new IllegalStateException("the window does not show: " + text));
        }
      }
    }.start();
  }

  private static boolean shows(Node node, String text) {
    if (!node.isVisible()) {
      return false;
    }
    return switch (node) {
      case Text letters -> letters.getText().equals(text);
      case Labeled label when text.equals(label.getText()) -> true;
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream().anyMatch(child -> shows(child, text));
      default -> false;
    };
  }

  private void tell(String what) {
    out.println(
        what + " " + ProcessFigures.age().toMillis() + " ms after the start of the process");
  }

  private void tellMemory() {
    Runtime machine = Runtime.getRuntime();
    out.println("heap in use " + ((machine.totalMemory() - machine.freeMemory()) >> 20) + " MB");
    out.println("resident at most " + ProcessFigures.peakMemory() + " MB");
  }

  private void fail(Throwable failure) {
    out.println("the trial failed: " + failure);
    System.exit(1);
  }
}

package vn.roquyen.ui.coverage;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.service.CoverageTable;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.ScreenStage;

/**
 * Measures what performance.md states about drawing the tables of the coverage; run by hand on a
 * display. A view is drawn when the frame after the one that laid it out begins: until then the
 * first is being painted.
 */
final class CoverageFigures {
  private static final int TIMES = 9;

  private CoverageFigures() {}

  public static void main(String[] arguments) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    ScreenStage window = new ScreenStage(Files.createTempDirectory("figures"));
    Coverage coverage = window.wiring().review().coverage().on(SampleRegister.TODAY);
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          CoverageScreen screen =
              new CoverageScreen(
                  window.wiring().history().times(), window.wiring().changes(), window.desk());
          window.show(stage, screen);
          new Round(screen, stage.getScene(), coverage, done::countDown).start();
        });
    done.await();
    Platform.runLater(
        () -> {
          window.close();
          Platform.exit();
        });
  }

  /** Goes through the views, frame by frame. */
  private static final class Round extends AnimationTimer {
    private final CoverageScreen screen;
    private final Scene scene;
    private final Coverage coverage;
    private final Runnable onDone;
    private final double[][] took = new double[CoverageTable.values().length][TIMES];
    private int frame;
    private int at = -1;
    private long began;

    Round(CoverageScreen screen, Scene scene, Coverage coverage, Runnable onDone) {
      this.screen = screen;
      this.scene = scene;
      this.coverage = coverage;
      this.onDone = onDone;
    }

    @Override
    public void handle(long now) {
      if (screen.model().shown().get() == null) {
        return;
      }
      if (at < 0) {
        next();
      } else if (++frame == 2) {
        took[at % took.length][at / took.length] = (System.nanoTime() - began) / 1e6;
        next();
      }
      Platform.requestNextPulse();
    }

    private void next() {
      at++;
      if (at == took.length * TIMES) {
        stop();
        report();
        onDone.run();
        return;
      }
      frame = 0;
      began = System.nanoTime();
      screen.model().show(CoverageTable.values()[at % took.length]);
    }

    private void report() {
      System.out.printf(
          "%d powers, %.0f × %.0f%n",
          coverage.powers().size(), scene.getWidth(), scene.getHeight());
      for (CoverageTable view : CoverageTable.values()) {
        double[] times = took[view.ordinal()];
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
            Locale.ROOT,
            "%s: first %.0f ms, median %.0f ms, longest %.0f ms%n",
            view,
            first,
            times[TIMES / 2],
            times[TIMES - 1]);
      }
    }
  }
}

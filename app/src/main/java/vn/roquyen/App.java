package vn.roquyen;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window's life: shown at once, data opened behind it, closed in reverse order. */
public final class App extends Application {
}

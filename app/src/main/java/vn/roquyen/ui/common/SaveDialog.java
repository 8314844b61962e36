package vn.roquyen.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import vn.roquyen.platform.Messages;

/** Asks where a list is to be written. */
public final class SaveDialog {
  private static final String BOOK = ".xlsx";
  private static final String CSV = ".csv";
  private static final String PICTURE = ".png";
  private static final String PAPER = ".pdf";

  private SaveDialog() {}

  /** Writes a file, not on the window's thread, and then hands it over. */
  @FunctionalInterface
  public interface Writer {
    void write(Path file, Consumer<Path> onDone);
  }

  /** Asks for a workbook or a CSV file, lets it be written and says where it lies. */
  public static void saveTable(Node above, String name, Desk desk, Writer writer) {
    save(askForTable(above, name, desk.messages()), desk, writer);
  }

  /** Asks for a picture file, lets it be written and says where it lies. */
  public static void savePicture(Node above, String name, Desk desk, Writer writer) {
    save(askForPicture(above, name, desk.messages()), desk, writer);
  }

  /** Asks for a PDF file, lets it be written and says where it lies. */
  public static void savePaper(Node above, String name, Desk desk, Writer writer) {
    save(askForPaper(above, name, desk.messages()), desk, writer);
  }

  private static void save(@Nullable Path file, Desk desk, Writer writer) {
    if (file != null) {
      writer.write(
          file,
          done -> desk.navigator().tell(desk.messages().text("browse.exported", done.toString())));
    }
  }

  /**
   * Asks for a workbook or a CSV file.
   *
   * @param above a node of the window that asks
   * @param name suggested name without its ending
   * @return null when the person changed his mind
   */
  public static @Nullable Path askForTable(Node above, String name, Messages messages) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("browse.export"));
    chooser.setInitialFileName(name + BOOK);
    FileChooser.ExtensionFilter book =
        new FileChooser.ExtensionFilter(messages.text("browse.xlsx"), "*" + BOOK);
    FileChooser.ExtensionFilter csv =
        new FileChooser.ExtensionFilter(messages.text("browse.csv"), "*" + CSV);
    chooser.getExtensionFilters().addAll(book, csv);
    File chosen = chooser.showSaveDialog(above.getScene().getWindow());
    if (chosen == null) {
      return null;
    }
    boolean isCsv = csv.equals(chooser.getSelectedExtensionFilter());
    return withEnding(chosen.toPath(), isCsv ? CSV : BOOK);
  }

  /**
   * Asks for a picture file.
   *
   * @return null when the person changed his mind
   */
  private static @Nullable Path askForPicture(Node above, String name, Messages messages) {
    return ask(above, name, PICTURE, messages.text("browse.picture"), messages.text("browse.png"));
  }

  /**
   * Asks for a PDF file.
   *
   * @return null when the person changed his mind
   */
  private static @Nullable Path askForPaper(Node above, String name, Messages messages) {
    return ask(above, name, PAPER, messages.text("browse.paper"), messages.text("browse.pdf"));
  }

  private static @Nullable Path ask(
      Node above, String name, String ending, String title, String kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name + ending);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*" + ending));
    File chosen = chooser.showSaveDialog(above.getScene().getWindow());
    if (chosen == null) {
      return null;
    }
    boolean named = chosen.getName().toLowerCase(Locale.ROOT).endsWith(ending);
    return named ? chosen.toPath() : Path.of(chosen.getPath() + ending);
  }

  /** The file as named when its ending is one of ours, else with the ending of the chosen kind. */
  static Path withEnding(Path file, String ending) {
    String name = file.getFileName().toString();
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(BOOK) || small.endsWith(CSV) ? file : file.resolveSibling(name + ending);
  }
}

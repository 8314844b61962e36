package vn.roquyen.ui.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.PaperSize;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.SlipService;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Standpoint;

/** Prints and copies the guidance slip of the card in view. */
public final class SlipViewModel {
  /**
   * What slips are made with.
   *
   * @param viewer opens a file in the program of the machine
   * @param folder where the PDF files are kept; made when it does not exist
   */
  public record Sources(TimeMachine times, Consumer<Path> viewer, Path folder) {}

  private final Sources sources;
  private final Background.Lane lane;
  private final Messages messages;
  private final Consumer<Throwable> onFailed;

  SlipViewModel(
      Sources sources, Background.Lane lane, Messages messages, Consumer<Throwable> onFailed) {
    this.sources = sources;
    this.lane = lane;
    this.messages = messages;
    this.onFailed = onFailed;
  }

  /** Writes the slip as a PDF, opens it in the machine's viewer and hands over where it lies. */
  public void print(String id, @Nullable Standpoint from, PaperSize size, Consumer<Path> onDone) {
    if (from == null) {
      return;
    }
    lane.run(
        () -> {
          Path file = file(id, from, size);
          service(from).write(order(id, from), size, file);
          return file;
        },
        file -> {
          onDone.accept(file);
          show(file);
        },
        onFailed);
  }

  /** Hands over the slip as plain text. */
  public void copy(String id, @Nullable Standpoint from, Consumer<String> onDone) {
    if (from != null) {
      lane.run(() -> service(from).text(order(id, from)), onDone, onFailed);
    }
  }

  private void show(Path file) {
    lane.carryOut(() -> sources.viewer().accept(file), () -> {}, onFailed);
  }

  private SlipService.Order order(String id, Standpoint from) {
    return new SlipService.Order(id, from.unit(), from.date(), messages);
  }

  private SlipService service(Standpoint from) {
    return sources.times().as(from.known()).slips();
  }

  private Path file(String id, Standpoint from, PaperSize size) {
    try {
      Files.createDirectories(sources.folder());
    } catch (IOException failure) {
      throw new Fault(FaultCode.OUTPUT_FAILED, failure, sources.folder().toString());
    }
    String then = from.known() == null ? "" : "-nhu-" + from.known();
    String name = id.replaceAll("[^\\p{Alnum}.-]", "_");
    return sources.folder().resolve("phieu-" + name + "-" + size + then + ".pdf");
  }
}

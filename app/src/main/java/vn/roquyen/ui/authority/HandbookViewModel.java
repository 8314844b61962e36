package vn.roquyen.ui.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.HandbookService;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Watch;

/** Makes the handbook of the chosen commune, one at a time; it can be watched and stopped. */
public final class HandbookViewModel {
  /**
   * What handbooks are made with.
   *
   * @param viewer opens a file in the program of the machine
   * @param folder where the PDF files are kept; made when it does not exist
   */
  public record Sources(TimeMachine times, Consumer<Path> viewer, Path folder) {}

  /**
   * How far it is.
   *
   * @param share from 0 to 1, or -1 when that is not known yet
   * @param stopping true when it was told to stop and has not yet stopped
   */
  public record Running(double share, boolean stopping) {}

  private final Sources sources;
  private final Background background;
  private final Background.Lane lane;
  private final Messages messages;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<@Nullable Running> running = new ReadOnlyObjectWrapper<>();
  private @Nullable Watch<Running> watch;

  public HandbookViewModel(
      Sources sources, Background background, Messages messages, Consumer<Throwable> onFailed) {
    this.sources = sources;
    this.background = background;
    this.lane = background.lane("handbook");
    this.messages = messages;
    this.onFailed = onFailed;
  }

  /** Null while none is made. */
  public ReadOnlyObjectProperty<@Nullable Running> running() {
    return running.getReadOnlyProperty();
  }

  /**
   * Makes the handbook, opens it in the machine's viewer and hands over what was written.
   *
   * @param body the organ or position; null for all powers as the commune sees them
   */
  public void print(
      @Nullable Body body, @Nullable Standpoint from, Consumer<HandbookService.Written> onDone) {
    if (from == null || running.get() != null) {
      return;
    }
    Watch<Running> started =
        new Watch<>(
            background,
            (phase, done, total, stopping) -> new Running(Watch.share(done, total), stopping),
            this::show);
    watch = started;
    running.set(new Running(-1, false));
    HandbookService.Order order =
        new HandbookService.Order(
            from.unit(), body == null ? null : body.id(), from.date(), messages);
    lane.run(
        () -> service(from).write(order, file(order, from), started),
        written -> {
          running.set(null);
          onDone.accept(written);
          lane.carryOut(() -> sources.viewer().accept(written.file()), () -> {}, onFailed);
        },
        this::failed);
  }

  /** Hands over the organs and positions of which a handbook can be made. */
  public void receivers(
      @Nullable Standpoint from, Consumer<List<HandbookService.Receiver>> onDone) {
    lane.run(() -> service(from).receivers(), onDone, onFailed);
  }

  /** Asks it to stop; no file is then left behind. */
  public void stop() {
    Running now = running.get();
    Watch<Running> started = watch;
    if (now != null && started != null) {
      started.stop();
      running.set(new Running(now.share(), true));
    }
  }

  private void show(Running newest) {
    if (running.get() != null) {
      running.set(newest);
    }
  }

  private void failed(Throwable failure) {
    running.set(null);
    boolean asked = failure instanceof Fault fault && fault.code() == FaultCode.CANCELLED;
    if (!asked) {
      onFailed.accept(failure);
    }
  }

  private HandbookService service(@Nullable Standpoint from) {
    return sources.times().as(from == null ? null : from.known()).review().handbook();
  }

  private Path file(HandbookService.Order order, Standpoint from) {
    try {
      Files.createDirectories(sources.folder());
    } catch (IOException failure) {
      throw new Fault(FaultCode.OUTPUT_FAILED, failure, sources.folder().toString());
    }
    String body = order.body() == null ? "" : "-" + order.body().replaceAll("[^\\w.-]", "_");
    String name = "so-tay-" + order.unit().code() + body + "-" + order.date() + then(from);
    return sources.folder().resolve(name);
  }

  private static String then(Standpoint from) {
    return (from.known() == null ? "" : "-nhu-" + from.known()) + ".pdf";
  }
}

package vn.roquyen.ui.instruments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.RelationGraph;
import vn.roquyen.domain.impact.Event;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImpactService;
import vn.roquyen.service.InstrumentImpact;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;

/** What would happen to one instrument, tried out without writing; and what stands around it. */
public final class ImpactViewModel {
  private final TimeMachine times;
  private final Background.Lane lane;
  private final Messages messages;
  private final ReadOnlyObjectProperty<@Nullable Standpoint> standpoint;
  private final Consumer<Throwable> onFailed;
  private final Newest<InstrumentImpact> impacts;
  private final Newest<RelationGraph> graphs;
  private final ReadOnlyObjectWrapper<@Nullable InstrumentImpact> impact =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RelationGraph> graph =
      new ReadOnlyObjectWrapper<>();
  private String instrument = "";
  private String drawn = "";
  private @Nullable Citation part;
  private @Nullable Event event;
  private @Nullable LocalDate on;

  public ImpactViewModel(
      TimeMachine times,
      Background background,
      Messages messages,
      ReadOnlyObjectProperty<@Nullable Standpoint> standpoint,
      Consumer<Throwable> onFailed) {
    this.times = times;
    this.lane = background.lane("impact");
    this.messages = messages;
    this.standpoint = standpoint;
    this.onFailed = onFailed;
    this.impacts = new Newest<>(lane, impact::set, onFailed);
    this.graphs = new Newest<>(background.lane("relations"), graph::set, onFailed);
  }

  /** What would happen; null until it is known. */
  public ReadOnlyObjectProperty<@Nullable InstrumentImpact> impact() {
    return impact.getReadOnlyProperty();
  }

  /** The instruments around the chosen one; null until they are known. */
  public ReadOnlyObjectProperty<@Nullable RelationGraph> graph() {
    return graph.getReadOnlyProperty();
  }

  /** Tries what the register says of an instrument: when it ends, else a repeal as of today. */
  public void open(String id) {
    instrument = id;
    part = null;
    event = null;
    on = null;
    impact.set(null);
    ask();
  }

  /** Tries another event. */
  public void happens(Event wanted) {
    event = wanted;
    ask();
  }

  /** Tries it for one provision alone; null for the whole instrument. */
  public void of(@Nullable Citation provision) {
    part = provision;
    ask();
  }

  /** Tries another first day without it. */
  public void from(LocalDate day) {
    on = day;
    ask();
  }

  /** Draws what stands around an instrument. */
  public void draw(String id) {
    Standpoint from = standpoint.get();
    drawn = id;
    graph.set(null);
    if (from != null) {
      graphs.ask(() -> service(from).relations(id, from.date()));
    }
  }

  /** Writes what would happen into a file. */
  public void export(Path file, Consumer<Path> onDone) {
    InstrumentImpact now = impact.get();
    if (now != null) {
      save(target -> service(null).export(now, messages, target), file, onDone);
    }
  }

  /** Lets something write a file. */
  public void save(Consumer<Path> writer, Path file, Consumer<Path> onDone) {
    lane.carryOut(() -> writer.accept(file), () -> onDone.accept(file), onFailed);
  }

  /** Tries and draws once more: the day changed. */
  public void again() {
    if (!instrument.isEmpty()) {
      ask();
    }
    if (!drawn.isEmpty()) {
      draw(drawn);
    }
  }

  private ImpactService service(@Nullable Standpoint from) {
    return times.as(from == null ? null : from.known()).review().impact();
  }

  private void ask() {
    Standpoint from = standpoint.get();
    if (from != null) {
      ImpactService.Asked asked = new ImpactService.Asked(instrument, part, on, event, from.date());
      impacts.ask(() -> service(from).impact(asked));
    }
  }
}

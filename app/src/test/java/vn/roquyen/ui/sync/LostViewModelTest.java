package vn.roquyen.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Twins;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.service.ExchangeService.Selection;
import vn.roquyen.service.LostRow;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.WindowQueue;
import vn.roquyen.ui.sync.SyncViewModel.Event;
import vn.roquyen.ui.sync.SyncViewModel.State;

/** What a person sees and does when a copy of his machine has written under the same name. */
final class LostViewModelTest {
  @TempDir Path folder;
  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final List<Throwable> failures = new ArrayList<>();
  private SampleRegister mine;
  private SyncViewModel model;
  private List<String> fields;

  @BeforeEach
  void open() {
    mine = new SampleRegister(folder.resolve("máy này"));
    fields = List.copyOf(mine.wiring().registers().current().fields().keySet()).subList(0, 2);
    model =
        new SyncViewModel(
            SyncScreenTest.sources(mine.wiring(), List::of), background, failures::add);
    model.refresh();
    window.runUntil(() -> model.state().get() != null);
  }

  @AfterEach
  void close() {
    background.close();
    mine.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void fault25_whatDoesNotCountIsOfferedAndWhatIsChosenIsEnteredAgain() throws IOException {
    assertThat(state().lost()).isEmpty();
    model.receive(List.of(ofTwin(folder)));
    window.runUntil(() -> !state().lost().isEmpty());
    List<LostRow> lost = state().lost();
    assertThat(lost).hasSize(2).allMatch(LostRow::mayBeResent);
    LostRow.LostField name = lost.getLast().fields().getFirst();
    assertThat(List.of(String.valueOf(name.lost()), String.valueOf(name.now())))
        .containsExactlyInAnyOrder("máy này 1", "máy kia 1");

    model.resend(lost.subList(1, 2));
    assertThat(await(Event.Resent.class).rows()).isEqualTo(1);
    window.runUntil(() -> state().lost().size() == 1);
    assertThat(name(mine.wiring(), lost.getLast().key())).isEqualTo(name.lost());
    LostRow left = state().lost().getFirst();
    assertThat(left.key()).isEqualTo(lost.getFirst().key());
    assertThat(name(mine.wiring(), left.key())).isEqualTo(left.fields().getFirst().now());
  }

  @Test
  void whatIsNotToBeEnteredAgainIsAskedAgainWhenThatIsTakenBack() throws IOException {
    model.receive(List.of(ofTwin(folder)));
    window.runUntil(() -> !state().lost().isEmpty());
    model.decline(state().lost());
    List<LostRow> declined = await(Event.Declined.class).rows();
    window.runUntil(
        () -> state().lost().stream().allMatch(row -> row.state() == LostRow.State.DECLINED));
    assertThat(declined).hasSize(2);
    model.askAgain(declined);
    assertThat(await(Event.AskedAgain.class).rows()).isEqualTo(2);
    window.runUntil(
        () -> state().lost().stream().allMatch(row -> row.state() == LostRow.State.OPEN));
  }

  /** A parcel of a copy of this machine; both have written the same two fields since. */
  private Path ofTwin(Path place) throws IOException {
    return ofTwin(mine.wiring(), folder.resolve("máy này"), place, fields);
  }

  static Path ofTwin(Wiring mine, Path data, Path place, List<String> fields) throws IOException {
    mine.ledger().record(List.of(rename(fields.getFirst(), "trước")));
    mine.ledger().seal();
    Path parcel = place.resolve("máy kia.rqp");
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);
    try (Wiring twin = new Wiring(Twins.copy(data, place.resolve("máy kia")), clock)) {
      for (int i = 0; i < 2; i++) {
        mine.ledger().record(List.of(rename(fields.get(i), "máy này " + i)));
        twin.ledger().record(List.of(rename(fields.get(i), "máy kia " + i)));
      }
      twin.exchange().export(parcel, Selection.ALL);
    }
    return parcel;
  }

  private static Operation rename(String field, String name) {
    return new Operation.SetFields(Entity.FIELD, field, Map.of("name", name));
  }

  private static String name(Wiring wiring, String field) {
    return wiring.registers().current().fields().get(field).name();
  }

  private State state() {
    return Objects.requireNonNull(model.state().get());
  }

  private <E extends Event> E await(Class<E> kind) {
    window.runUntil(() -> kind.isInstance(model.event().get()));
    return kind.cast(Objects.requireNonNull(model.event().get()));
  }
}

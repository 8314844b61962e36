package vn.roquyen.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.service.ExchangeService.Selection;
import vn.roquyen.service.FileOutcome;
import vn.roquyen.service.RowHistoryService.Review;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService.Outgoing;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.WindowQueue;
import vn.roquyen.ui.sync.SyncViewModel.Event;
import vn.roquyen.ui.sync.SyncViewModel.State;

final class SyncViewModelTest {
  @TempDir Path folder;
  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final List<Throwable> failures = new ArrayList<>();
  private final List<Path> plugged = new ArrayList<>();
  private SampleRegister mine;
  private SampleRegister theirs;
  private SyncViewModel model;
  private String power;

  @BeforeEach
  void open() {
    mine = new SampleRegister(folder.resolve("máy này"));
    theirs = new SampleRegister(folder.resolve("máy khác"));
    power = mine.wiring().registers().current().powers().keySet().iterator().next();
    model =
        new SyncViewModel(
            SyncScreenTest.sources(mine.wiring(), () -> List.copyOf(plugged)),
            background,
            failures::add);
    model.refresh();
    window.runUntil(() -> model.state().get() != null);
  }

  @AfterEach
  void close() {
    background.close();
    mine.close();
    theirs.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatIsSentIsWeighedBefore() {
    assertThat(state().own().changes()).isZero();
    write(mine.wiring(), "Tên mới");
    refresh();
    assertThat(state().own().changes()).isEqualTo(1);
    assertThat(state().own().bytes()).isBetween(1_000L, 2_000L);
    assertThat(state().own().slowSeconds()).isEqualTo(1);
    Path parcel = folder.resolve(model.parcelName());
    assertThat(parcel.getFileName()).hasToString("ROQUYEN_tinh_20261124_0-1.rqp");
    model.send(parcel, true);
    Event.Sent sent = await(Event.Sent.class);
    assertThat(sent.parcel().documents()).isEqualTo(5);
    assertThat(parcel).exists();
  }

  @Test
  void whatTwoMachinesWroteIsDecidedAndTheDecisionCanBeTakenBack() {
    write(mine.wiring(), "Tên của tôi");
    write(theirs.wiring(), "Tên của họ");
    receiveTheirs();
    Review review = state().reviews().getFirst();
    assertThat(state().reviews()).hasSize(1);
    assertThat(review.key()).isEqualTo(power);
    Object other = review.others().getFirst().value();
    Object shown = review.shown().value();
    assertThat(List.of(other, shown)).containsExactlyInAnyOrder("Tên của tôi", "Tên của họ");

    model.settle(review, other);
    await(Event.Settled.class);
    window.runUntil(() -> state().reviews().isEmpty());
    assertThat(title()).isEqualTo(other);
    model.takeBack();
    await(Event.TakenBack.class);
    assertThat(title()).isEqualTo(shown);
  }

  @Test
  void aDamagedFileIsRefusedWithItsReasonAndNothingChanges() throws IOException {
    Path noise = Files.write(folder.resolve("thư.rqc"), new byte[] {1, 2, 3});
    String before = mine.wiring().exchange().digest();
    model.receive(List.of(noise));
    FileOutcome outcome = await(Event.Received.class).files().getFirst();
    assertThat(outcome.kind()).isEqualTo(FileOutcome.Kind.REFUSED);
    assertThat(outcome.reason()).isEqualTo("NOT_A_CHANGE_FILE");
    assertThat(mine.wiring().exchange().digest()).isEqualTo(before);
  }

  @Test
  void aRoundWithASharedFolderBringsTheOwnChangesThere() throws IOException {
    Path store = Files.createDirectory(folder.resolve("kho"));
    mine.wiring().stores().add("kho", "folder:" + store, StoreService.Login.NONE, false);
    write(mine.wiring(), "Tên mới");
    refresh();
    assertThat(state().stores().getFirst().waiting()).isEqualTo(1);
    model.exchange("kho");
    assertThat(await(Event.Exchanged.class).round().sent()).isPositive();
    window.runUntil(() -> state().stores().getFirst().waiting() == 0);
    assertThat(state().stores().getFirst().stored()).isEqualTo(1);
  }

  @Test
  void beforeARoundItIsSaidHowMuchGoesAndHowLongItTakes() throws IOException {
    Path store = Files.createDirectory(folder.resolve("kho"));
    StoreService stores = mine.wiring().stores();
    stores.add("kho", "folder:" + store, StoreService.Login.NONE, false);
    stores.add("mạng", "dav://192.0.2.1/kho", StoreService.Login.NONE, true);
    for (int i = 0; i < 5; i++) {
      write(mine.wiring(), "Tên " + i);
      mine.wiring().ledger().seal();
    }
    refresh();
    Outgoing near = state().stores().getFirst().outgoing();
    Outgoing far = state().stores().getLast().outgoing();
    assertThat(near.files()).isEqualTo(5);
    assertThat(near.bytes()).isEqualTo(far.bytes()).isBetween(1_000L, 2_000L);
    assertThat(near.expected()).isLessThan(Duration.ofSeconds(1));
    assertThat(far.expected()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    List<RoundReport.Running> seen = new ArrayList<>();
    model.running().subscribe(running -> seen.add(running));
    model.exchange("kho");
    await(Event.Exchanged.class);
    assertThat(seen.getLast()).isNull();
    assertThat(seen).filteredOn(Objects::nonNull).isNotEmpty();
    assertThat(seen).filteredOn(Objects::nonNull).allMatch(each -> each.store().equals("kho"));
    window.runUntil(() -> state().stores().getFirst().waiting() == 0);
    assertThat(state().stores().getFirst().outgoing().expected()).isZero();
  }

  @Test
  void aRoundWithAServerThatNeverAnswersIsStoppedAtOnce() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      mine.wiring()
          .stores()
          .add(
              "câm",
              "dav://localhost:" + silent.getLocalPort() + "/kho",
              StoreService.Login.NONE,
              false);
      refresh();
      model.exchange("câm");
      try (Socket taken = silent.accept()) {
        assertThat(taken.getInputStream().read()).isEqualTo('G');
        model.stop();
        assertThat(Objects.requireNonNull(model.running().get()).stopping()).isTrue();
        assertThat(await(Event.Stopped.class).store()).isEqualTo("câm");
      }
      assertThat(model.running().get()).isNull();
      assertThat(model.busy().get()).isFalse();
      assertThat(state().stores().getFirst().state()).isEqualTo(RemoteState.READY);
    }
  }

  @Test
  void receivingIsWatchedAndStoppedAndGoesOnNextTime() {
    for (int i = 0; i < 30; i++) {
      write(theirs.wiring(), "Tên " + i);
      theirs.wiring().ledger().seal();
    }
    Path parcel = folder.resolve("dài.rqp");
    theirs.wiring().exchange().export(parcel, Selection.ALL);
    List<RoundReport.Running> seen = new ArrayList<>();
    boolean[] stops = {true};
    model
        .running()
        .subscribe(
            running -> {
              seen.add(running);
              if (running != null && stops[0]) {
                stops[0] = false;
                model.stop();
              }
            });
    model.receive(List.of(parcel));
    Event.Received stopped = await(Event.Received.class);
    assertThat(stopped.stopped()).isTrue();
    assertThat(seen).filteredOn(Objects::nonNull).anyMatch(RoundReport.Running::stopping);
    assertThat(model.running().get()).isNull();
    assertThat(title()).isNotEqualTo("Tên 29");
    model.receive(List.of(parcel));
    window.runUntil(() -> model.event().get() instanceof Event.Received now && !now.stopped());
    assertThat(title()).isEqualTo("Tên 29");
  }

  @Test
  void aStickIsNoticedWhenItIsPluggedIn() {
    assertThat(model.drives().get()).isEmpty();
    plugged.add(folder);
    model.lookForDrives();
    window.runUntil(() -> !model.drives().get().isEmpty());
    assertThat(model.drives().get()).containsExactly(folder);
  }

  private void receiveTheirs() {
    Path parcel = folder.resolve("họ.rqp");
    theirs.wiring().exchange().export(parcel, Selection.ALL);
    model.receive(List.of(parcel));
    Event.Received received = await(Event.Received.class);
    assertThat(received.files())
        .extracting(FileOutcome::kind)
        .containsOnly(FileOutcome.Kind.APPLIED);
    window.runUntil(() -> !state().reviews().isEmpty());
  }

  private void write(Wiring wiring, String title) {
    wiring
        .ledger()
        .record(List.of(new Operation.SetFields(Entity.POWER, power, Map.of("title", title))));
  }

  private String title() {
    return mine.wiring().registers().current().powers().get(power).title();
  }

  private void refresh() {
    State before = state();
    model.refresh();
    window.runUntil(() -> state() != before);
  }

  private State state() {
    return Objects.requireNonNull(model.state().get());
  }

  private <E extends Event> E await(Class<E> kind) {
    window.runUntil(() -> kind.isInstance(model.event().get()));
    return kind.cast(Objects.requireNonNull(model.event().get()));
  }
}

package vn.roquyen.ui.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Role;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.SampleData;
import vn.roquyen.service.DifferenceService.Axis;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.NewsItem;
import vn.roquyen.service.NewsService.Period;
import vn.roquyen.service.Progress;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.WindowQueue;
import vn.roquyen.ui.common.Workplace;

/** A commune of the sample sees what it has not confirmed, confirms it, and compares two days. */
final class NewsViewModelTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Clock CLOCK =
      Clock.fixed(SampleRegister.TODAY.atTime(9, 0).atZone(ZONE).toInstant(), ZONE);

  @TempDir Path folder;
  private final WindowQueue window = new WindowQueue();
  private final Background background = new Background(window);
  private final List<Throwable> failures = new ArrayList<>();
  private Wiring wiring;
  private NewsViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(folder.resolve("dữ liệu"), CLOCK);
    wiring
        .folder()
        .beginWithSample(
            SampleData.folder(), new FolderService.Member(Role.COMMUNE, "03160"), Progress.NONE);
    model =
        new NewsViewModel(
            wiring.history(),
            wiring.exports(),
            CLOCK,
            new Workplace(
                background.lane("news"),
                new SimpleObjectProperty<@Nullable Standpoint>(
                    new Standpoint(wiring.registers().unit("03160"), SampleRegister.TODAY)),
                failures::add));
    model.load();
    window.runUntil(() -> model.shown().get() != null);
  }

  @AfterEach
  void close() {
    background.close();
    wiring.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatIsConfirmedLeavesTheList() throws IOException {
    NewsViewModel.Shown first = model.shown().get();
    assertThat(first.isDigest()).isTrue();
    assertThat(first.mayConfirm()).isTrue();
    assertThat(first.todo()).isPositive();
    model.narrow(NewsFilter.ALL.withKind(NewsItem.Kind.OPEN).withAsks(true));
    NewsItem item = model.selected().get();
    assertThat(item.asks()).isTrue();
    model.confirm(item, " Lò Thị Mai ", " Vàng A Của ");
    window.runUntil(
        () -> model.shown().get().rows().stream().noneMatch(row -> row.id().equals(item.id())));
    assertThat(wiring.history().acknowledgements().of("03160").get(item.id()).appointed())
        .isEqualTo("Lò Thị Mai");
    model.takeBack(item);
    window.runUntil(
        () -> model.shown().get().rows().stream().anyMatch(row -> row.id().equals(item.id())));
    Path file = folder.resolve("thay đổi.csv");
    List<Path> written = new ArrayList<>();
    model.export(file, new Messages(Locale.of("vi")), written::add);
    window.runUntil(() -> !written.isEmpty());
    assertThat(Files.readString(file)).contains("Chưa tiếp nhận", item.id());
  }

  @Test
  void twoDaysAreComparedByForce() {
    model.compare(new Period(Axis.FORCE, SampleRegister.TODAY.minusYears(2), SampleRegister.TODAY));
    window.runUntil(() -> !model.shown().get().isDigest());
    assertThat(model.shown().get().kinds()).containsKey(NewsItem.Kind.NEW);
    assertThat(model.shown().get().rows()).noneMatch(row -> row.kind() == NewsItem.Kind.OPEN);
    model.narrow(model.filter().get().withText("thuy loi"));
    assertThat(model.shown().get().rows())
        .allMatch(row -> row.title().toLowerCase(Locale.ROOT).contains("thủy lợi"));
    model.sinceLastExchange();
    window.runUntil(() -> model.shown().get().isDigest());
  }
}

package vn.roquyen.ui.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.matcher.control.LabeledMatchers;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.NewsItem;
import vn.roquyen.service.SampleRegister;
import vn.roquyen.ui.common.ScreenStage;
import vn.roquyen.ui.common.Standpoint;

/** What changed in a window: four lines, and who confirmed it. */
@ExtendWith(ApplicationExtension.class)
final class NewsScreenTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final String OF_TODAY = new Messages(Locale.of("vi")).text("news.today");

  @TempDir static Path folder;
  private ScreenStage window;

  @Start
  void show(Stage stage) {
    window = new ScreenStage(folder.resolve(Long.toString(System.nanoTime())));
    window.show(
        stage,
        new NewsScreen(
            window.wiring().history(),
            window.wiring().exports(),
            Clock.fixed(SampleRegister.TODAY.atTime(9, 0).atZone(ZONE).toInstant(), ZONE),
            window.wiring().changes(),
            window.desk()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void anItemIsExplainedAndTheProvinceSeesWhoHasNotConfirmed(FxRobot robot) {
    ListView<NewsItem> rows = window.rows(robot);
    window.await("what is not confirmed", () -> !rows.getItems().isEmpty());
    robot.interact(() -> rows.getSelectionModel().select(rows.getItems().size() - 1));
    assertThat(robot.lookup("AI CÓ THẨM QUYỀN").tryQuery()).isPresent();
    assertThat(robot.lookup("TỪ NGÀY NÀO, CẦN LÀM GÌ").tryQuery()).isPresent();
    assertThat(robot.lookup(".rq-card .text-field").tryQuery())
        .as("the province does not confirm for a commune")
        .isEmpty();
    int open = rows.getItems().size();
    LocalDate before = SampleRegister.TODAY.minusDays(30);
    robot.interact(() -> window.standpoint().set(new Standpoint(window.unit(), before)));
    window.await(
        "it is said that the list is of today",
        () ->
            robot.lookup(".rq-meta").match(LabeledMatchers.hasText(OF_TODAY)).query().isVisible());
    assertThat(rows.getItems()).hasSize(open);
    robot.clickOn("Các xã đã tiếp nhận");
    window.await(
        "the communes", () -> robot.lookup("0/45 xã, phường đã tiếp nhận").tryQuery().isPresent());
    assertThat(robot.lookup("CHƯA TIẾP NHẬN").tryQuery()).isPresent();
  }
}

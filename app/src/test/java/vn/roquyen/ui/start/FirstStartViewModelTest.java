package vn.roquyen.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.Commune;
import vn.roquyen.platform.Settings.Role;
import vn.roquyen.ui.start.FirstStartViewModel.Source;
import vn.roquyen.ui.start.FirstStartViewModel.Step;

final class FirstStartViewModelTest {
  private static final Commune MUONG_NHE =
      new Commune(
          "03160",
          "Xã",
          "Mường Nhé",
          "Xã Mường Nhé",
          "11",
          List.of("Xã Nậm Vì", "Xã Chung Chải", "Xã Mường Nhé"));
  private static final Commune DIEN_BIEN_PHU =
      new Commune(
          "03127",
          "Phường",
          "Điện Biên Phủ",
          "Phường Điện Biên Phủ",
          "11",
          List.of("Phường Him Lam"));

  private final FirstStartViewModel model =
      new FirstStartViewModel(List.of(MUONG_NHE, DIEN_BIEN_PHU), false);

  @Test
  void communesAreFoundByNewAndOldNamesHoweverTyped() {
    assertThat(model.search("muong nhe")).containsExactly(MUONG_NHE);
    assertThat(model.search("Nậm Vì")).containsExactly(MUONG_NHE);
    assertThat(model.search("him lam")).containsExactly(DIEN_BIEN_PHU);
    assertThat(model.search("dien bien")).containsExactly(DIEN_BIEN_PHU);
    assertThat(model.search("03160")).containsExactly(MUONG_NHE);
    assertThat(model.search("hà nội")).isEmpty();
    assertThat(model.search("")).as("Đ stands before M").containsExactly(DIEN_BIEN_PHU, MUONG_NHE);
  }

  @Test
  void eachQuestionMustBeAnsweredBeforeTheNext() {
    var answered = model.answered();
    assertThat(answered.get()).isFalse();
    model.role().set(Role.CLERK);
    assertThat(answered.get()).isTrue();
    assertThat(model.next()).isTrue();
    assertThat(model.step().get()).isEqualTo(Step.UNIT);
    assertThat(answered.get()).isFalse();
    model.unit().set(MUONG_NHE);
    assertThat(model.next()).isTrue();
    assertThat(answered.get()).as("sample data are proposed").isTrue();
    model.source().set(null);
    assertThat(answered.get()).isFalse();
    model.source().set(new Source.Files(List.of(Path.of("E:\\dữ liệu"))));
    assertThat(answered.get()).isTrue();
    assertThat(model.next()).as("no question is left").isFalse();
  }

  @Test
  void oneCanGoBackAndKeepsWhatWasAnswered() {
    model.role().set(Role.OFFICIAL);
    model.next();
    model.back();
    model.back();
    assertThat(model.step().get()).isEqualTo(Step.ROLE);
    assertThat(model.role().get()).isEqualTo(Role.OFFICIAL);
  }

  @Test
  void dataThatAreThereAreKeptUnlessOneWantsOthers() {
    assertThat(model.source().get()).isInstanceOf(Source.Sample.class);
    FirstStartViewModel again = new FirstStartViewModel(List.of(MUONG_NHE), true);
    assertThat(again.hasData()).isTrue();
    assertThat(again.source().get()).isInstanceOf(Source.Present.class);
  }
}

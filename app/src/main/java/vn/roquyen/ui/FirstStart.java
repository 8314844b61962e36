package vn.roquyen.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Register;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.SampleData;
import vn.roquyen.platform.Settings;
import vn.roquyen.service.ImportService.Options;
import vn.roquyen.service.Progress;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.start.FirstStartView;
import vn.roquyen.ui.start.FirstStartViewModel;

/**
 * The first start from the first question to the loaded data. The communes to choose from are
 * official facts that come with the program, so they are loaded before they are asked for.
 */
final class FirstStart {
  private final Services services;
  private final Background.Lane lane;
  private final ImportViewModel imports;
  private final Messages messages;

  FirstStart(Services services, Background.Lane lane, ImportViewModel imports, Messages messages) {
    this.services = services;
    this.lane = lane;
    this.imports = imports;
    this.messages = messages;
  }

  /** Asks; {@code onAnswered} gets who it is and where once the data are there. */
  void begin(
      Settings known,
      Consumer<Node> show,
      BiConsumer<Settings.Role, Commune> onAnswered,
      Consumer<Throwable> onFailed) {
    lane.run(
        this::withCommunes,
        register -> {
          FirstStartViewModel model =
              new FirstStartViewModel(register.communes().values(), !register.powers().isEmpty());
          model.role().set(known.role());
          Runnable finish =
              () ->
                  onAnswered.accept(
                      Objects.requireNonNull(model.role().get()),
                      Objects.requireNonNull(model.unit().get()));
          show.accept(new FirstStartView(model, imports, messages, finish).root());
        },
        onFailed);
  }

  private Register withCommunes() {
    if (services.registers().current().communes().isEmpty()) {
      services
          .imports()
          .apply(List.of(SampleData.folder().resolve("admin")), Options.STRICT, Progress.NONE);
    }
    return services.registers().current();
  }
}

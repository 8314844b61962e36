package vn.roquyen.ui;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Register;
import vn.roquyen.platform.Messages;
import vn.roquyen.platform.SampleData;
import vn.roquyen.platform.Settings;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.FolderService.Member;
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.importing.ImportViewModel;
import vn.roquyen.ui.start.FirstStartView;
import vn.roquyen.ui.start.FirstStartViewModel;
import vn.roquyen.ui.start.FirstStartViewModel.Source;

/**
 * The first start from the first question to the loaded data. The communes to choose from are
 * official facts that come with the program, so they are read before they are asked for; nothing is
 * written until the data are chosen, because that decides in whose space the folder stands.
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
        this::known,
        found -> {
          FirstStartViewModel model = new FirstStartViewModel(found.communes(), found.present());
          model.role().set(known.role());
          Runnable finish =
              () ->
                  lane.run(
                      () -> services.registers().unit(unitOf(model).code()),
                      unit -> onAnswered.accept(roleOf(model), unit),
                      onFailed);
          show.accept(
              new FirstStartView(model, imports, source -> load(source, model), messages, finish)
                  .root());
        },
        onFailed);
  }

  /** Loads the chosen data; what the folder becomes counts from its first write. */
  private void load(Source source, FirstStartViewModel model) {
    FolderService folder = services.exchange().folder();
    Member member = Member.of(roleOf(model), unitOf(model).code());
    switch (source) {
      case Source.Sample sample ->
          imports.start(
              (options, progress) -> folder.beginWithSample(SampleData.folder(), member, progress));
      case Source.Files files ->
          imports.start(
              (options, progress) ->
                  folder.beginWith(
                      folder.withCommunes(files.paths(), programsCommunes()),
                      member,
                      options,
                      progress));
      case Source.Present present -> throw new IllegalStateException("nothing to load");
    }
  }

  /** What there is to choose from, and whether the folder holds a register. */
  private record Known(Collection<Commune> communes, boolean present) {}

  private Known known() {
    Register register = services.registers().current();
    Collection<Commune> present = register.communes().values();
    return new Known(
        present.isEmpty() ? services.exchange().folder().communesIn(programsCommunes()) : present,
        !register.powers().isEmpty());
  }

  private static Path programsCommunes() {
    return SampleData.folder().resolve("admin");
  }

  private static Settings.Role roleOf(FirstStartViewModel model) {
    return Objects.requireNonNull(model.role().get());
  }

  private static Commune unitOf(FirstStartViewModel model) {
    return Objects.requireNonNull(model.unit().get());
  }
}

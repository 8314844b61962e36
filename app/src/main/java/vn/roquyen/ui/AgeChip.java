package vn.roquyen.ui;

import java.time.Clock;
import java.time.Instant;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RegisterAge;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.SyncService;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Hint;

/** The plate in the status bar that says how long ago the province was last heard of. */
final class AgeChip {
  private final FolderService folder;
  private final SyncService sync;
  private final Clock clock;
  private final Messages messages;

  /**
   * What is known.
   *
   * @param demonstration true for sample data
   * @param confirmed when a publisher was last heard of, or null
   */
  record Known(boolean demonstration, @Nullable Instant confirmed) {}

  AgeChip(FolderService folder, SyncService sync, Clock clock, Messages messages) {
    this.folder = folder;
    this.sync = sync;
    this.clock = clock;
    this.messages = messages;
  }

  Known read() {
    return new Known(
        folder.identity().isDemonstration(), folder.registerConfirmed(sync.heardInStores()));
  }

  @Nullable Label of(Known known) {
    Instant confirmed = known.confirmed();
    if (confirmed == null) {
      return known.demonstration()
          ? named(Chip.check(messages.text("age.sample")), messages.text("age.sample.hint"))
          : null;
    }
    RegisterAge age = RegisterAge.of(confirmed, clock.instant());
    String words =
        age.days() == 0 ? messages.text("age.today") : messages.text("age.days", age.days());
    Label chip =
        switch (age.level()) {
          case FRESH -> Chip.good(words);
          case AMBER -> Chip.check(words);
          case RED -> Chip.bad(words);
        };
    return named(chip, messages.text("age.hint." + age.level()));
  }

  private static Label named(Label chip, String hint) {
    chip.setAccessibleText(chip.getText() + ". " + hint);
    Hint.on(chip, hint);
    return chip;
  }
}

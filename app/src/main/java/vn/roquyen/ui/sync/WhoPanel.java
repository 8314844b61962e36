package vn.roquyen.ui.sync;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.SpaceKind;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Identity;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/** Who this machine is for others; also shown in the settings. */
public final class WhoPanel {
  private final Messages messages;
  private final FlowPane line = Parts.flow("rq-facets");
  private final Label explanation = Parts.wrapped("", "rq-meta");
  private final VBox root = Parts.column("gap-half", line, explanation);

  public WhoPanel(Messages messages) {
    this.messages = messages;
  }

  public VBox root() {
    return root;
  }

  public void show(Identity identity, UnitNames units) {
    SpaceKind space = identity.space();
    Label name = Parts.label(words(identity, units), "rq-strong");
    name.setGraphic(Icons.of(Feather.KEY, "rq-muted"));
    line.getChildren().setAll(name);
    if (space != null) {
      Label chip =
          space == SpaceKind.DEMONSTRATION
              ? Chip.check(messages.name("space", space))
              : Chip.plain(messages.name("space", space));
      line.getChildren().add(chip);
    }
    explanation.setText(
        space == null ? "" : messages.text("sync.space." + space, identity.replica()));
    Parts.show(explanation, space != null);
  }

  private String words(Identity identity, UnitNames units) {
    if (identity.space() == null) {
      return messages.text("space.none");
    }
    if (identity.isPending()) {
      return messages.text("identity.pending");
    }
    String roles =
        identity.roles().isEmpty()
            ? messages.name("keyRole", Role.ISSUER)
            : identity.roles().stream()
                .sorted()
                .map(role -> messages.name("keyRole", role))
                .collect(Collectors.joining(", "));
    return identity.unit().isEmpty()
        ? roles
        : messages.text("identity.who", roles, messages.unit(identity.unit(), units));
  }
}

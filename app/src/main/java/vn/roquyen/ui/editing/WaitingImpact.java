package vn.roquyen.ui.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImpactService;
import vn.roquyen.service.ImpactWords;
import vn.roquyen.service.InstrumentImpact;
import vn.roquyen.service.ProposalImpact;
import vn.roquyen.service.WaitingChange;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.ImpactParts;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Standpoint;

/** What a waiting change would hit, worked out in the background while its content is read. */
final class WaitingImpact {
  private final ImpactService service;
  private final Desk desk;
  private final Messages messages;
  private final Newest<ProposalImpact> asked;
  private final VBox root = Parts.column("gap-2 rq-panel");

  WaitingImpact(ImpactService service, Desk desk) {
    this.service = service;
    this.desk = desk;
    this.messages = desk.messages();
    this.asked =
        new Newest<>(desk.background().lane("editing-impact"), this::show, desk.navigator()::fail);
  }

  /** Begins to work it out; the node fills itself. */
  Node of(WaitingChange change) {
    root.getChildren()
        .setAll(heading(), Parts.wrapped(messages.text("impact.loading"), "rq-muted"));
    LocalDate today =
        Optional.ofNullable(desk.standpoint().get()).map(Standpoint::date).orElse(LocalDate.now());
    asked.ask(() -> service.proposal(change.edits(), today));
    return root;
  }

  private Node heading() {
    return Parts.label(messages.text("editing.impact"), "rq-head");
  }

  private void show(ProposalImpact impact) {
    List<Node> parts = new ArrayList<>();
    parts.add(heading());
    if (impact.isEmpty()) {
      parts.add(Parts.wrapped(messages.text("editing.impact.none"), "rq-muted"));
    }
    ImpactParts shown = new ImpactParts(desk);
    for (InstrumentImpact one : impact.instruments()) {
      parts.add(Parts.wrapped(new ImpactWords(messages).title(one), "rq-strong"));
      parts.addAll(shown.of(one));
    }
    if (!impact.grants().powers().isEmpty()) {
      String count = messages.text("editing.impact.grants", impact.grants().powers().size());
      parts.add(Parts.wrapped(count, "rq-strong"));
      parts.addAll(shown.of(impact.grants()));
    }
    root.getChildren().setAll(parts);
    root.setAccessibleText(messages.text("editing.impact").toLowerCase(Locale.of("vi")));
  }
}

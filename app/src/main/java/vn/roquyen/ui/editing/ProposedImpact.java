package vn.roquyen.ui.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vn.roquyen.domain.Operation;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImpactService;
import vn.roquyen.service.ProposalImpact;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.ImpactParts;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.common.Standpoint;

/** What a draft or a waiting change would hit, worked out in the background. */
final class ProposedImpact {
  private final ImpactService service;
  private final Desk desk;
  private final Messages messages;
  private final Newest<ProposalImpact> shown;
  private final Newest<Runnable> asked;
  private final VBox root = Parts.column("gap-2 rq-panel");
  private List<Operation> worked = List.of();

  ProposedImpact(ImpactService service, Desk desk) {
    this.service = service;
    this.desk = desk;
    this.messages = desk.messages();
    this.shown =
        new Newest<>(desk.background().lane("editing-impact"), this::show, desk.navigator()::fail);
    this.asked =
        new Newest<>(
            desk.background().lane("editing-asked"), Runnable::run, desk.navigator()::fail);
    root.setAccessibleText(messages.text("editing.impact"));
  }

  /** Begins to work it out; the node fills itself and until then keeps what it says of the same. */
  Node of(List<Operation> operations) {
    if (!operations.equals(worked) || root.getChildren().isEmpty()) {
      worked = List.copyOf(operations);
      root.getChildren()
          .setAll(heading(), Parts.wrapped(messages.text("impact.loading"), "rq-muted"));
    }
    LocalDate today = today();
    shown.ask(() -> service.proposal(operations, today));
    return root;
  }

  /** Works it out and tells it; the answer to an older question is dropped. */
  void ask(List<Operation> operations, Consumer<ProposalImpact> onDone) {
    LocalDate today = today();
    asked.ask(
        () -> {
          ProposalImpact impact = service.proposal(operations, today);
          return () -> onDone.accept(impact);
        });
  }

  private LocalDate today() {
    return Optional.ofNullable(desk.standpoint().get())
        .map(Standpoint::date)
        .orElse(LocalDate.now());
  }

  private Node heading() {
    return Parts.label(messages.text("editing.impact"), "rq-head");
  }

  private void show(ProposalImpact impact) {
    List<Node> parts = new ArrayList<>();
    parts.add(heading());
    parts.addAll(new ImpactParts(desk).of(impact));
    parts.add(Parts.wrapped(messages.text("impact.tried"), "rq-meta"));
    Parts.replace(root, parts);
  }
}

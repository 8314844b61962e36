package vn.roquyen.ui.card;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import vn.roquyen.service.AnswerCard.Basis;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Dates;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Folded;
import vn.roquyen.ui.common.Parts;

/** The instruments that an answer rests on, each with its status on the day asked for. */
final class BasisList {
  private static final int LONG_LIST = 5;
  private static final int LONG_LABEL = 160;

  private BasisList() {}

  static Node of(List<Basis> bases, Desk desk) {
    List<Node> rows = bases.stream().map(basis -> row(basis, desk)).toList();
    return Folded.list(rows, LONG_LIST, desk.messages());
  }

  private static Node row(Basis basis, Desk desk) {
    Node label = label(basis, desk);
    HBox head = Parts.row("gap-1 align-top", label, Chip.of(basis.status(), desk.messages()));
    String about =
        Stream.of(
                basis.provision(),
                basis.number() == null ? null : basis.title(),
                basis.issuer(),
                basis.issuedOn() == null ? null : Dates.text(basis.issuedOn()))
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" · "));
    return about.isEmpty() ? head : Parts.column("", head, Parts.wrapped(about, "rq-meta"));
  }

  private static Node label(Basis basis, Desk desk) {
    String id = basis.instrumentId();
    if (id == null) {
      return Parts.wrapped(basis.label(), "rq-strong");
    }
    Button open = new Button(Parts.brief(basis.label(), LONG_LABEL));
    open.getStyleClass().add("rq-link");
    open.setWrapText(true);
    open.setMinHeight(Region.USE_PREF_SIZE);
    open.setOnAction(event -> desk.navigator().openRecord(id));
    return open;
  }
}

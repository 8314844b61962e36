package vn.roquyen.ui.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Competence.Link;
import vn.roquyen.service.AnswerCard.Handling;
import vn.roquyen.ui.common.Chip;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/**
 * How the power comes to its holder: boxes for the bodies, an arrow for each grant with its route,
 * instrument and status. Grants that do not count on that day are drawn grey.
 */
final class ChainDrawing {
  private static final int LONG_LABEL = 70;

  private final Competence competence;
  private final Desk desk;

  ChainDrawing(Competence competence, Desk desk) {
    this.competence = competence;
    this.desk = desk;
  }

  /** The drawing of the grants, or of the bodies that a procedure names itself. */
  @Nullable Node node(@Nullable Handling handling) {
    if (!competence.chain().isEmpty()) {
      return chain();
    }
    return handling == null ? null : bodies(handling);
  }

  private Node chain() {
    Map<String, List<Link>> byGrantor = new LinkedHashMap<>();
    for (Link link : competence.chain()) {
      byGrantor
          .computeIfAbsent(Objects.toString(link.from(), ""), from -> new ArrayList<>())
          .add(link);
    }
    VBox drawing = Parts.column("gap-2");
    byGrantor.forEach(
        (from, links) -> {
          List<Node> arms = links.stream().map(this::arm).toList();
          VBox right = Parts.column("gap-1");
          right.getChildren().setAll(arms);
          Region box = box(from.isEmpty() ? null : from, "card.role.grantor", "");
          drawing.getChildren().add(Parts.row("gap-1 align-left", box, Parts.grow(right)));
        });
    return drawing;
  }

  private Node arm(Link link) {
    boolean own = link.from() != null && link.from().equals(link.to());
    Region line = new Region();
    line.getStyleClass().add("rq-arrow-line");
    HBox arrow =
        Parts.row(
            "rq-arrow align-left",
            Parts.grow(line),
            Icons.of(Feather.CHEVRON_RIGHT, "rq-arrow-head"));
    List<Label> chips = new ArrayList<>();
    chips.add(Chip.of(link.mode(), desk.messages()));
    chips.add(Chip.of(link.status(), desk.messages()));
    if (!link.counts()) {
      chips.add(Chip.plain(desk.messages().text("card.notCounted")));
    }
    FlowPane above = Parts.flow("rq-facets", chips.toArray(Label[]::new));
    VBox middle = Parts.column("rq-arrow-box", above, arrow, instrument(link));
    String role = own ? "card.role.own" : "card.role.grantee";
    Region to = box(link.to(), role, isHolder(link.to()) && link.counts() ? "holder" : "");
    HBox arm = Parts.row("gap-1 align-left rq-arm", Parts.grow(middle), to);
    if (!link.counts()) {
      arm.getStyleClass().add("void");
    }
    return arm;
  }

  private Node instrument(Link link) {
    String label =
        Objects.requireNonNullElseGet(
            link.cited(), () -> desk.messages().text("card.noInstrument"));
    String id = link.instrumentId();
    if (id == null) {
      return Parts.wrapped(label, "rq-meta");
    }
    Button open = new Button(Parts.brief(label, LONG_LABEL));
    if (label.length() > LONG_LABEL) {
      Tooltip whole = new Tooltip(label);
      whole.setWrapText(true);
      open.setTooltip(whole);
    }
    open.getStyleClass().addAll("rq-link", "rq-small-link");
    open.setWrapText(true);
    open.setMinHeight(Region.USE_PREF_SIZE);
    open.setOnAction(event -> desk.navigator().openRecord(id));
    return open;
  }

  private @Nullable Node bodies(Handling handling) {
    String authority = handling.authority();
    String agency = handling.agency();
    HBox row = Parts.row("gap-1 align-left");
    if (authority == null && agency == null) {
      return null;
    }
    if (authority == null) {
      row.getChildren().add(only(agency, "card.role.agency"));
    } else if (agency == null) {
      row.getChildren().add(only(authority, "card.role.authority"));
    } else if (authority.equals(agency)) {
      row.getChildren().add(only(authority, "card.role.both"));
    } else {
      row.getChildren().add(Parts.grow(box(agency, "card.role.agency", "")));
      row.getChildren().add(Icons.of(Feather.ARROW_RIGHT, "rq-muted"));
      row.getChildren().add(Parts.grow(box(authority, "card.role.authority", "holder")));
    }
    return row;
  }

  private Region only(@Nullable String name, String roleKey) {
    Region box = box(name, roleKey, "holder");
    box.getStyleClass().add("only");
    return box;
  }

  private Region box(@Nullable String name, String roleKey, String look) {
    boolean missing = name == null || name.isBlank();
    String words =
        name == null || name.isBlank()
            ? desk.messages().text("card.noName")
            : VerdictBanner.plain(name);
    VBox box =
        Parts.column(
            "rq-body-box",
            Parts.wrapped(words, "rq-strong"),
            Parts.wrapped(desk.messages().text(roleKey), "rq-meta"));
    box.setMaxHeight(Region.USE_PREF_SIZE);
    if (missing) {
      box.getStyleClass().add("missing");
    } else if (!look.isEmpty()) {
      box.getStyleClass().addAll(look, VerdictBanner.look(competence.answer()));
    }
    return box;
  }

  private boolean isHolder(@Nullable String name) {
    return competence.holders().stream().anyMatch(holder -> holder.name().equals(name));
  }
}

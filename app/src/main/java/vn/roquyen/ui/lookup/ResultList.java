package vn.roquyen.ui.lookup;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.service.LookupHit;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.lookup.LookupViewModel.Findings;

/** The results: how many, what narrows them, and the rows; or what to do when there are none. */
final class ResultList {
  private final LookupViewModel model;
  private final Desk desk;
  private final Label summary = Parts.label("", "rq-muted");
  private final Label readAs = Parts.wrapped("", "rq-meta");
  private final Label unsure = Parts.wrapped("");
  private final Node unsureNote = Parts.column("rq-note", unsure);
  private final VBox nothing = Parts.column("rq-nothing gap-2");
  private final ListView<LookupHit> rows = new ListView<>();
  private final FacetBar facets;
  private final VBox root;
  private int firstUnsure = Integer.MAX_VALUE;
  private boolean isFilling;

  ResultList(LookupViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.facets = new FacetBar(desk, model::narrow);
    rows.setCellFactory(list -> new HitCell(desk.messages(), this::rank));
    rows.getStyleClass().addAll("rq-hits", "edge-to-edge");
    rows.setAccessibleText(desk.messages().text("lookup.results"));
    rows.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            hit -> {
              if (!isFilling && hit != null) {
                model.select(hit);
              }
            });
    VBox head = Parts.column("rq-list-head", summary, readAs, unsureNote, facets.root());
    VBox.setVgrow(rows, Priority.ALWAYS);
    VBox.setVgrow(nothing, Priority.ALWAYS);
    root = Parts.column("rq-list-pane", head, rows, nothing);
    model.findings().subscribe(this::fill);
    model.selected().subscribe(this::mark);
  }

  Region root() {
    return root;
  }

  ListView<LookupHit> rows() {
    return rows;
  }

  private void fill(@Nullable Findings found) {
    if (found == null) {
      return;
    }
    List<LookupHit> hits = found.rows();
    firstUnsure = found.sure();
    summary.setText(summary(found, hits));
    Parts.show(readAs, found.lookup().readAs() != null);
    readAs.setText(desk.messages().text("lookup.readAs", String.valueOf(found.lookup().readAs())));
    Parts.show(unsureNote, !hits.isEmpty() && firstUnsure == 0);
    unsure.setText(desk.messages().text("lookup.unsure", found.asked()));
    facets.show(found.lookup().counts(), model.filter().get());
    Parts.show(rows, !hits.isEmpty());
    Parts.show(nothing, hits.isEmpty());
    isFilling = true;
    rows.getItems().setAll(hits);
    rows.scrollTo(0);
    isFilling = false;
    if (hits.isEmpty()) {
      advise(found);
    }
  }

  private String summary(Findings found, List<LookupHit> hits) {
    int total = found.lookup().total();
    String key = total > hits.size() ? "lookup.countFirst" : "lookup.count";
    return desk.messages().text(key, total, found.millis(), hits.size());
  }

  private void advise(Findings found) {
    nothing.getChildren().clear();
    nothing
        .getChildren()
        .add(Parts.wrapped(desk.messages().text("lookup.nothing", found.asked()), "rq-strong"));
    boolean narrowed = !model.filter().get().equals(SearchFilter.ALL);
    if (narrowed) {
      nothing
          .getChildren()
          .add(
              Parts.button(
                  desk.messages().text("lookup.widen"), () -> model.narrow(SearchFilter.ALL)));
    }
    if (!found.lookup().suggestions().isEmpty()) {
      VBox tries =
          Parts.column("gap-1", Parts.label(desk.messages().text("lookup.try"), "rq-muted"));
      for (String words : found.lookup().suggestions()) {
        tries
            .getChildren()
            .add(Parts.button(words, () -> desk.navigator().lookUp(words), "rq-link"));
      }
      nothing.getChildren().add(tries);
    }
    nothing.getChildren().add(Parts.wrapped(desk.messages().text("lookup.advice"), "rq-muted"));
  }

  private void mark(@Nullable LookupHit hit) {
    isFilling = true;
    if (hit == null) {
      rows.getSelectionModel().clearSelection();
    } else {
      int index = rows.getItems().indexOf(hit);
      rows.getSelectionModel().clearAndSelect(index);
      if (index > 2) {
        rows.scrollTo(index - 2);
      } else {
        rows.scrollTo(0);
      }
    }
    isFilling = false;
  }

  private int rank(LookupHit hit) {
    return rows.getItems().indexOf(hit) - firstUnsure;
  }
}

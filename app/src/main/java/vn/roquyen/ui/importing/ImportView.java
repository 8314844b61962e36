package vn.roquyen.ui.importing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.BadRow;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.ImportReport;
import vn.roquyen.service.ImportReport.Count;
import vn.roquyen.service.Progress;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;
import vn.roquyen.ui.importing.ImportViewModel.State;

/** Shows how an import goes and how it ended, and lets one stop it. */
public final class ImportView {
  private static final int MOST_BAD_ROWS = 8;

  private final ImportViewModel model;
  private final Messages messages;
  private final ProgressBar bar = new ProgressBar();
  private final VBox root = Parts.column("gap-2");

  public ImportView(ImportViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("importing.progress"));
    model.state().subscribe(this::show);
  }

  public Node root() {
    return root;
  }

  private void show(State state) {
    Parts.show(root, !(state instanceof State.Idle));
    switch (state) {
      case State.Idle idle -> root.getChildren().clear();
      case State.Running running -> running(running);
      case State.Stopped stopped ->
          root.getChildren().setAll(line(Feather.SLASH, messages.text("importing.stopped")));
      case State.Ended ended -> root.getChildren().setAll(report(ended.report()));
    }
  }

  private void running(State.Running running) {
    bar.setProgress(running.share());
    String words =
        running.stopping()
            ? messages.text("importing.stopping")
            : messages.text("importing.phase." + running.phase());
    Button stop = Parts.button(Feather.X, messages.text("importing.stop"), model::stop);
    stop.setDisable(running.stopping());
    HBox row = Parts.row("gap-2 align-left", Parts.grow(bar), stop);
    stop.setVisible(running.phase() != Progress.Phase.INDEX);
    root.getChildren().setAll(Parts.label(words), row);
  }

  private List<Node> report(ImportReport report) {
    List<Node> lines = new ArrayList<>();
    Feather icon =
        switch (report.outcome()) {
          case APPLIED, PLANNED -> Feather.CHECK_CIRCLE;
          case PROPOSED -> Feather.CLOCK;
          case NOTHING_NEW -> Feather.INFO;
          case REFUSED -> Feather.ALERT_TRIANGLE;
        };
    lines.add(line(icon, messages.text("importing." + report.outcome(), report.badTotal())));
    if (report.outcome() == ImportReport.Outcome.APPLIED
        || report.outcome() == ImportReport.Outcome.PROPOSED) {
      report
          .counts()
          .forEach(
              (entity, count) ->
                  lines.add(Parts.wrapped(messages.name("entity", entity) + ": " + counts(count))));
    }
    if (report.badTotal() > 0) {
      lines.add(badRows(report));
    }
    if (report.outcome() == ImportReport.Outcome.REFUSED) {
      lines.add(
          Parts.row(
              "gap-1",
              Parts.button(messages.text("importing.skip"), model::skipBadRows),
              Parts.button(messages.text("importing.leave"), model::reset, "flat")));
    }
    return lines;
  }

  private Node badRows(ImportReport report) {
    VBox rows = Parts.column("gap-half");
    int shown = Math.min(report.badRows().size(), MOST_BAD_ROWS);
    for (BadRow row : report.badRows().subList(0, shown)) {
      String reason = messages.text(row.messageKey(), row.arguments());
      String line = Long.toString(row.line());
      rows.getChildren()
          .add(Parts.wrapped(messages.text("cli.import.bad", row.file(), line, reason), "rq-meta"));
    }
    if (report.badTotal() > shown) {
      String more = messages.text("cli.import.more", report.badTotal() - shown);
      rows.getChildren().add(Parts.label(more, "rq-meta"));
    }
    return rows;
  }

  private String counts(Count count) {
    List<String> parts = new ArrayList<>();
    add(parts, "added", count.added());
    add(parts, "changed", count.changed());
    add(parts, "gone", count.gone());
    add(parts, "unchanged", count.unchanged());
    add(parts, "older", count.older());
    return String.join(" · ", parts);
  }

  private void add(List<String> parts, String name, int count) {
    if (count > 0) {
      parts.add(messages.text("cli.import.count." + name, count));
    }
  }

  private static Node line(Feather icon, String words) {
    return Parts.row(
        "gap-1 align-top", Icons.of(icon), Parts.grow(Parts.wrapped(words, "rq-strong")));
  }
}

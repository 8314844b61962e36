package vn.roquyen.ui.shell;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.platform.Messages;
import vn.roquyen.ui.common.Icons;
import vn.roquyen.ui.common.Parts;

/** Says above the screens what was found and mended when the data were opened, until it is read. */
final class NoticeBar {
  private final ShellViewModel model;
  private final Messages messages;
  private final VBox root = Parts.column("rq-notices");

  NoticeBar(ShellViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    root.setAccessibleText(messages.text("notice.bar"));
    model.notices().addListener((ListChangeListener<Notice>) change -> show());
    show();
  }

  Node root() {
    return root;
  }

  private void show() {
    List<Node> lines = model.notices().stream().map(this::line).toList();
    Parts.replace(root, lines);
    Parts.show(root, !lines.isEmpty());
  }

  private Node line(Notice notice) {
    boolean grave =
        notice.code() == NoticeCode.RECORD_LOST || notice.code() == NoticeCode.DATABASE_SUSPECTED;
    Button read =
        Parts.button(
            messages.text("notice.understood"), () -> model.notices().remove(notice), "rq-link");
    read.setAccessibleText(messages.text("notice.understood") + ": " + messages.of(notice));
    Node line =
        Parts.row(
            "gap-2 align-left rq-notice",
            Icons.of(grave ? Feather.ALERT_TRIANGLE : Feather.INFO),
            Parts.grow(
                Parts.column(
                    "gap-half",
                    Parts.wrapped(messages.of(notice)),
                    Parts.label(messages.text("error.code", notice.code().name()), "rq-meta"))),
            read);
    line.getStyleClass().add(grave ? "grave" : "calm");
    return line;
  }
}

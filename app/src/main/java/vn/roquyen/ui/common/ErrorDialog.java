package vn.roquyen.ui.common;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.platform.Messages;

/**
 * Tells a failure as a sentence that says what happened, what is safe and what to do, with its code
 * for support; the stack goes to the log and, on request, to the clipboard.
 */
public final class ErrorDialog {
  private static final Logger LOG = Logger.getLogger(ErrorDialog.class.getName());

  private ErrorDialog() {}

  /** The failure as a fault: anything that is not one becomes UNEXPECTED. */
  public static Fault faultOf(Throwable failure) {
    return failure instanceof Fault fault
        ? fault
        : new Fault(FaultCode.UNEXPECTED, failure, failure.toString());
  }

  /** The content of a dialog; {@code actions} stand to the right of "copy details". */
  public static Node content(Throwable failure, Messages messages, Button... actions) {
    Fault fault = faultOf(failure);
    LOG.log(Level.SEVERE, "shown to the user: " + fault.code(), failure);
    Button copy =
        Parts.button(
            Feather.COPY,
            messages.text("error.copy"),
            () ->
                Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, details(fault, failure))),
            "flat");
    HBox buttons = Parts.row("gap-1 align-left", copy, Parts.spacer());
    buttons.getChildren().addAll(actions);
    return Parts.column(
        "gap-2 rq-error",
        Parts.row(
            "gap-2 align-left",
            Icons.of(Feather.ALERT_TRIANGLE, "rq-danger"),
            Parts.label(messages.text("error.title"), "rq-title")),
        Parts.wrapped(messages.of(fault)),
        Parts.label(messages.text("error.code", fault.code().name()), "rq-meta"),
        buttons);
  }

  private static String details(Fault fault, Throwable failure) {
    StringBuilder lines = new StringBuilder(fault.code().name());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      lines.append('\n').append(cause);
      for (StackTraceElement at : cause.getStackTrace()) {
        lines.append("\n  ").append(at);
      }
    }
    return lines.toString();
  }
}

package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.platform.Messages;

/** What was written differently and by whom, line by line. */
final class DifferenceText {
  private static final int MOST_CAUSES = 3;

  private final Messages messages;

  DifferenceText(Messages messages) {
    this.messages = messages;
  }

  /** The lines below a difference. */
  List<String> lines(Difference difference) {
    List<String> lines = new ArrayList<>();
    for (Difference.FieldChange field : difference.fields()) {
      lines.add(
          messages.text(
              "cli.diff.field",
              messages.column(difference.subject().entity(), field.column()),
              value(field.column(), field.before()),
              value(field.column(), field.after())));
    }
    List<Difference.Cause> causes = difference.causes();
    for (Difference.Cause cause : causes.subList(0, Math.min(MOST_CAUSES, causes.size()))) {
      lines.add(
          messages.text(
              "diff.cause", Day.text(cause.on()), messages.author(cause.author(), cause.unit())));
    }
    return lines;
  }

  private String value(String column, @Nullable String value) {
    if (value == null) {
      return messages.text("diff.empty");
    }
    return messages.valueName(column, value);
  }
}

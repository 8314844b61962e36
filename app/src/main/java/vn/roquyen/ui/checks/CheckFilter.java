package vn.roquyen.ui.checks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.service.CheckLine;

/**
 * What a work list is narrowed to; null and an empty text mean "all".
 *
 * @param fieldId a field of the findings
 * @param here true for what concerns the commune of the window only
 */
public record CheckFilter(
    String text,
    @Nullable WarningCode code,
    @Nullable String fieldId,
    @Nullable String instrumentId,
    State state,
    boolean here) {

  /** Which findings: those that still wait, or those that were answered. */
  public enum State {
    OPEN,
    RETURNED,
    ANSWERED
  }

  /** All that still waits. */
  public static final CheckFilter ALL = new CheckFilter("", null, null, null, State.OPEN, false);

  CheckFilter withText(String words) {
    return new CheckFilter(words, code, fieldId, instrumentId, state, here);
  }

  CheckFilter withCode(@Nullable WarningCode wanted) {
    return new CheckFilter(text, wanted, fieldId, instrumentId, state, here);
  }

  CheckFilter withField(@Nullable String wanted) {
    return new CheckFilter(text, code, wanted, instrumentId, state, here);
  }

  CheckFilter withInstrument(@Nullable String wanted) {
    return new CheckFilter(text, code, fieldId, wanted, state, here);
  }

  CheckFilter withState(State wanted) {
    return new CheckFilter(text, code, fieldId, instrumentId, wanted, here);
  }

  CheckFilter withHere(boolean wanted) {
    return new CheckFilter(text, code, fieldId, instrumentId, state, wanted);
  }

  /** True when something is left out of what waits. */
  boolean narrows() {
    return !equals(ALL);
  }

  boolean admits(CheckLine line) {
    return isIn(line)
        && (!here || line.here())
        && (code == null || code == line.finding().warning().code())
        && (fieldId == null || line.fields().stream().anyMatch(field -> field.id().equals(fieldId)))
        && (instrumentId == null
            || line.instruments().stream().anyMatch(one -> one.id().equals(instrumentId)))
        && (text.isBlank() || PlainLetters.containsWords(words(line), text));
  }

  private boolean isIn(CheckLine line) {
    return switch (state) {
      case OPEN -> line.isOpen();
      case RETURNED -> line.isOpen() && line.former() != null;
      case ANSWERED -> !line.isOpen();
    };
  }

  private static String words(CheckLine line) {
    StringBuilder words = new StringBuilder(line.title());
    words.append(' ').append(line.finding().warning().subjectId());
    line.fields().forEach(field -> words.append(' ').append(field.name()));
    line.instruments().forEach(one -> words.append(' ').append(Objects.toString(one.number(), "")));
    return words.toString();
  }
}

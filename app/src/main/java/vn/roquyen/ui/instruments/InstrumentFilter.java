package vn.roquyen.ui.instruments;

import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.service.InstrumentLine;

/**
 * What the list of instruments is narrowed to; null and an empty text mean "all".
 *
 * @param kind name of a kind; empty for those whose kind the register does not say
 * @param issuerId id of a body; empty for those whose issuer the register does not say
 */
public record InstrumentFilter(
    String text,
    @Nullable String kind,
    @Nullable String issuerId,
    @Nullable InstrumentStatus status,
    Order order) {

  /** Orders in which the list can stand. */
  public enum Order {
    /** Newest first, undated last. */
    DATE,
    NUMBER,
    TITLE,
    /** Those on which the most grants rest first. */
    GRANTS
  }

  /** No narrowing, newest first. */
  public static final InstrumentFilter ALL = new InstrumentFilter("", null, null, null, Order.DATE);

  InstrumentFilter withText(String words) {
    return new InstrumentFilter(words, kind, issuerId, status, order);
  }

  InstrumentFilter withKind(@Nullable String wanted) {
    return new InstrumentFilter(text, wanted, issuerId, status, order);
  }

  InstrumentFilter withIssuer(@Nullable String wanted) {
    return new InstrumentFilter(text, kind, wanted, status, order);
  }

  InstrumentFilter withStatus(@Nullable InstrumentStatus wanted) {
    return new InstrumentFilter(text, kind, issuerId, wanted, order);
  }

  InstrumentFilter withOrder(Order wanted) {
    return new InstrumentFilter(text, kind, issuerId, status, wanted);
  }

  /** True when something is left out. */
  boolean narrows() {
    return !equals(ALL.withOrder(order));
  }

  boolean admits(InstrumentLine line) {
    return (kind == null || kind.equals(kindOf(line)))
        && (issuerId == null || issuerId.equals(issuerOf(line)))
        && (status == null || status == line.status())
        && (text.isBlank() || PlainLetters.containsWords(wordsOf(line), text));
  }

  /** The kind of a line, empty when unknown. */
  static String kindOf(InstrumentLine line) {
    String kind = line.instrument().kind();
    return kind == null ? "" : kind;
  }

  /** The id of the issuer of a line, empty when unknown. */
  static String issuerOf(InstrumentLine line) {
    return line.issuer() == null ? "" : line.issuer().id();
  }

  private static String wordsOf(InstrumentLine line) {
    String number = line.instrument().number();
    String issuer = line.issuer() == null ? "" : line.issuer().name();
    return String.join(
        "\n", number == null ? "" : number, line.instrument().title(), kindOf(line), issuer);
  }
}

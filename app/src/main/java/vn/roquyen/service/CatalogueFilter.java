package vn.roquyen.service;

import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;

/**
 * What the list of procedures is narrowed to; null and an empty text mean "all".
 *
 * @param text words or a code, looked up in the index
 * @param field name of a field
 */
public record CatalogueFilter(
    String text, @Nullable String field, @Nullable Answer answer, Order order) {

  /** No narrowing, by name. */
  public static final CatalogueFilter ALL = new CatalogueFilter("", null, null, Order.NAME);

  /** Orders in which the list can stand. */
  public enum Order {
    /** Best match first; without a text the same as by name. */
    MATCH,
    NAME,
    CODE,
    /** Shortest time limit first, unknown last. */
    TIME_LIMIT
  }

  /** The same with other words. */
  public CatalogueFilter withText(String words) {
    return new CatalogueFilter(words, field, answer, order);
  }

  /** The same for another field. */
  public CatalogueFilter withField(@Nullable String wanted) {
    return new CatalogueFilter(text, wanted, answer, order);
  }

  /** The same for another verdict. */
  public CatalogueFilter withAnswer(@Nullable Answer wanted) {
    return new CatalogueFilter(text, field, wanted, order);
  }

  /** The same in another order. */
  public CatalogueFilter withOrder(Order wanted) {
    return new CatalogueFilter(text, field, answer, wanted);
  }

  /** True when something is left out. */
  public boolean narrows() {
    return !equals(ALL.withOrder(order));
  }

  boolean admitsAnswer(ProcedureLine line) {
    return answer == null || answer == line.answer();
  }

  boolean admitsField(ProcedureLine line) {
    return field == null || field.equals(line.field());
  }
}

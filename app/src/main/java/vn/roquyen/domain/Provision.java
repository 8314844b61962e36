package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/**
 * A provision of an instrument: an article, a clause or a point.
 *
 * @param text its wording; null where the register does not have it
 */
public record Provision(String id, String instrumentId, Citation citation, @Nullable String text) {

  /** A key that two publishers who write down the same provision both choose. */
  public static String key(String instrumentId, Citation citation) {
    return "dk-" + Sha256.ofValues(instrumentId, citation.text());
  }
}

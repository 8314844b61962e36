package vn.roquyen.domain.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Sha256;

/**
 * The facts that a finding rests on, as a short digest. An answer to a finding holds for these
 * facts only: when one of them changes, the digest changes and the finding comes back.
 */
final class Facts {
  private Facts() {}

  /** The digest of some values, in their order. */
  static String of(@Nullable Object... values) {
    return Sha256.ofValues(values);
  }

  /** What a grant says, and how many procedures it states. */
  static List<@Nullable Object> of(Grant grant) {
    List<@Nullable Object> facts = new ArrayList<>(grant.terms());
    facts.add(grant.procedureCount());
    return facts;
  }

  /** What an instrument says of itself. */
  static List<@Nullable Object> of(@Nullable Instrument instrument) {
    return instrument == null
        ? List.of()
        : Arrays.asList(
            instrument.id(),
            instrument.number(),
            instrument.issuerId(),
            instrument.issuedOn(),
            instrument.effectiveFrom(),
            instrument.effectiveTo(),
            instrument.status(),
            instrument.title());
  }
}

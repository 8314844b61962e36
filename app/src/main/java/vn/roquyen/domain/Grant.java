package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One grant of authority: a power moves from grantor to grantee by a mode, on the basis of an
 * instrument, for a term, a territory and under conditions.
 *
 * @param powerId the power or the code of the procedure that is granted
 * @param provision article, clause and point of the instrument
 * @param territory commune codes or names separated by ";"; null covers the whole province
 */
public record Grant(
    String id,
    String powerId,
    Mode mode,
    @Nullable String grantorId,
    @Nullable String granteeId,
    @Nullable String instrumentId,
    @Nullable String provision,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String territory,
    @Nullable String scope,
    @Nullable String conditions,
    @Nullable Integer procedureCount,
    SixClears sixClears,
    @Nullable String sourceQuote) {

  /** What it says of who gives what to whom, where and for how long: facts that are compared. */
  public List<@Nullable Object> terms() {
    return Arrays.asList(
        powerId,
        mode,
        grantorId,
        granteeId,
        instrumentId,
        provision,
        validFrom,
        validTo,
        territory,
        scope);
  }

  /** True when the term of the grant includes the date. */
  public boolean runsOn(LocalDate date) {
    return (validFrom == null || !date.isBefore(validFrom))
        && (validTo == null || !date.isAfter(validTo));
  }

  /** True when the grant holds in the commune. */
  public boolean covers(Commune unit) {
    if (territory == null || territory.isBlank()) {
      return true;
    }
    for (String part : territory.split(";")) {
      String name = part.strip();
      if (name.equals(unit.code()) || name.equalsIgnoreCase(unit.fullName())) {
        return true;
      }
    }
    return false;
  }
}

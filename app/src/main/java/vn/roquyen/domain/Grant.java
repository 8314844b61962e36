package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One grant of authority: a power moves from grantor to grantee by a mode, on the basis of an
 * instrument, for a term, a territory and under conditions.
 *
 * @param powerId the power or the code of the procedure that is granted
 * @param provision article, clause and point in the words of the document
 * @param provisionId the record of that provision; null when none is named
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
    @Nullable String provisionId,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String territory,
    @Nullable String scope,
    @Nullable String conditions,
    @Nullable Integer procedureCount,
    SixClears sixClears,
    @Nullable String sourceQuote) {

  /**
   * What it says of who gives what to whom, where and for how long: facts that are compared. The
   * record of a provision is added only where one is named: digests of other grants stay as they
   * were before there were such records.
   */
  public List<@Nullable Object> terms() {
    List<@Nullable Object> terms = new ArrayList<>();
    Collections.addAll(
        terms,
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
    if (provisionId != null) {
      terms.add(provisionId);
    }
    return terms;
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

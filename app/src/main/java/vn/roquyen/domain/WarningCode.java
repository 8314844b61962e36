package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the resolver points out, each with a stable code, a sentence in the message bundle under
 * {@code warning.CODE} and, where the law gives one, the article. A warning asks to check; it never
 * judges.
 */
public enum WarningCode {
  NO_GRANT(Severity.REASON, null),
  GRANTEE_MISSING(Severity.REASON, null),
  CHAIN_BROKEN(Severity.REASON, null),
  BASIS_EXPIRED(Severity.REASON, null),
  BASIS_SUSPENDED(Severity.REASON, null),
  BASIS_NOT_YET_IN_FORCE(Severity.REASON, null),
  TERM_NOT_BEGUN(Severity.REASON, null),
  TERM_ENDED(Severity.REASON, Laws.DELEGATION),
  TERRITORY_ELSEWHERE(Severity.REASON, null),
  DECIDING_BODY_MISSING(Severity.REASON, null),
  DECIDING_BODY_VAGUE(Severity.REASON, null),
  DECIDING_BODY_ABOLISHED(Severity.REASON, null),

  BASIS_MISSING(Severity.CHECK, null),
  BASIS_PARTLY_EXPIRED(Severity.CHECK, null),
  BASIS_EXPIRING(Severity.CHECK, null),
  TERM_ENDING(Severity.CHECK, null),
  TWO_HOLDERS(Severity.CHECK, null),
  OVERLAP(Severity.CHECK, null),
  SUBDELEGATION(Severity.CHECK, Laws.DELEGATION),
  DEVOLUTION_NOT_BY_LAW(Severity.CHECK, Laws.DEVOLUTION),
  TERM_MISSING(Severity.CHECK, Laws.DELEGATION),
  SCOPE_VAGUE(Severity.CHECK, null),
  ORGAN_UNNAMED(Severity.CHECK, null),
  DATE_ODD(Severity.CHECK, null),
  RELATION_DATE_ODD(Severity.CHECK, null),
  LOCAL_BRANCH(Severity.CHECK, null),
  DECIDED_ELSEWHERE(Severity.CHECK, null),
  BODY_FROM_STEPS(Severity.CHECK, null),
  BODY_FROM_LEVEL(Severity.CHECK, null),

  BASIS_NUMBER_MISSING(Severity.NOTE, null),
  BASIS_DATE_MISSING(Severity.NOTE, null),
  BASIS_STATUS_UNKNOWN(Severity.NOTE, null),
  ORIGIN_NOT_SHOWN(Severity.NOTE, Laws.ATTRIBUTION),
  SIX_CLEARS_MISSING(Severity.NOTE, null),
  SNAPSHOT(Severity.NOTE, null);

  /** How much a warning weighs: a reason for the verdict, something to check, or a note. */
  public enum Severity {
    REASON,
    CHECK,
    NOTE
  }

  private final Severity severity;
  private final @Nullable String citation;

  WarningCode(Severity severity, @Nullable String citation) {
    this.severity = severity;
    this.citation = citation;
  }

  public Severity severity() {
    return severity;
  }

  /** The article in Vietnamese, or null when the law gives none. */
  public @Nullable String citation() {
    return citation;
  }

  private static final class Laws {
    static final String ATTRIBUTION = Mode.ATTRIBUTION.citation();
    static final String DEVOLUTION = Mode.DEVOLUTION.citation();
    static final String DELEGATION = Mode.DELEGATION.citation();
  }
}

package vn.roquyen.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the resolver points out, each with a stable code, a sentence in the message bundle under
 * {@code warning.CODE} and, where there is one, the rule that it comes from. A warning asks to
 * check; it never judges.
 */
public enum WarningCode {
  NO_GRANT(Severity.REASON, Laws.FIELDS),
  GRANTEE_MISSING(Severity.REASON, Laws.ATTRIBUTION),
  CHAIN_BROKEN(Severity.REASON, Laws.ATTRIBUTION),
  BASIS_EXPIRED(Severity.REASON, Laws.EFFECT),
  BASIS_SUSPENDED(Severity.REASON, Laws.EFFECT),
  BASIS_NOT_YET_IN_FORCE(Severity.REASON, Laws.EFFECT),
  TERM_NOT_BEGUN(Severity.REASON, null),
  TERM_ENDED(Severity.REASON, Laws.DELEGATION),
  TERRITORY_ELSEWHERE(Severity.REASON, null),
  DECIDING_BODY_MISSING(Severity.REASON, Laws.ATTRIBUTION),
  DECIDING_BODY_VAGUE(Severity.REASON, Laws.ATTRIBUTION),
  DECIDING_BODY_ABOLISHED(Severity.REASON, Laws.TWO_TIERS),

  BASIS_MISSING(Severity.CHECK, Laws.ATTRIBUTION),
  BASIS_PARTLY_EXPIRED(Severity.CHECK, Laws.EFFECT),
  PROVISION_NOT_OF_BASIS(Severity.CHECK, Laws.ATTRIBUTION),
  PROVISION_INSTRUMENT_MISSING(Severity.CHECK, Laws.FORM),
  PROVISION_REPEATED(Severity.CHECK, Laws.FORM),
  BASIS_EXPIRING(Severity.CHECK, Laws.EFFECT),
  TERM_ENDING(Severity.CHECK, Laws.DELEGATION),
  TWO_HOLDERS(Severity.CHECK, Laws.ATTRIBUTION),
  OVERLAP(Severity.CHECK, Laws.ATTRIBUTION),
  SCOPE_OVERLAP(Severity.CHECK, Laws.ATTRIBUTION),
  SPLIT_TO_CONFIRM(Severity.CHECK, Laws.ATTRIBUTION),
  SUBDELEGATION(Severity.CHECK, Laws.DELEGATION),
  DEVOLUTION_NOT_BY_LAW(Severity.CHECK, Laws.DEVOLUTION),
  TERM_MISSING(Severity.CHECK, Laws.DELEGATION),
  SCOPE_VAGUE(Severity.CHECK, Laws.ATTRIBUTION),
  ORGAN_UNNAMED(Severity.CHECK, Laws.ATTRIBUTION),
  ORIGIN_IS_GRANTEE(Severity.CHECK, Laws.ATTRIBUTION),
  PROCEDURES_UNCOUNTED(Severity.CHECK, Laws.ATTRIBUTION),
  FIELD_NO_GRANT(Severity.CHECK, Laws.FIELDS),
  FIELD_NO_GRANTEE(Severity.CHECK, Laws.FIELDS),
  DATE_ODD(Severity.CHECK, Laws.FORM),
  EFFECT_BEFORE_ISSUE(Severity.CHECK, Laws.EFFECT),
  DATE_AFTER_REPORT(Severity.CHECK, Laws.FORM),
  RELATION_DATE_ODD(Severity.CHECK, Laws.FORM),
  LOCAL_BRANCH(Severity.CHECK, null),
  DECIDED_ELSEWHERE(Severity.CHECK, null),
  BODY_FROM_STEPS(Severity.CHECK, null),
  BODY_FROM_LEVEL(Severity.CHECK, null),

  BASIS_NUMBER_MISSING(Severity.NOTE, Laws.FORM),
  BASIS_DATE_MISSING(Severity.NOTE, Laws.FORM),
  BASIS_STATUS_UNKNOWN(Severity.NOTE, Laws.EFFECT),
  INSTRUMENT_NUMBER_MISSING(Severity.NOTE, Laws.FORM),
  INSTRUMENT_DATE_MISSING(Severity.NOTE, Laws.FORM),
  ISSUER_MISSING(Severity.NOTE, Laws.FORM),
  TITLE_CUT(Severity.NOTE, Laws.FORM),
  MODE_NOT_WORDED(Severity.NOTE, Laws.ATTRIBUTION),
  ORIGIN_NOT_SHOWN(Severity.NOTE, Laws.ATTRIBUTION),
  SIX_CLEARS_MISSING(Severity.NOTE, Laws.SIX_CLEARS),
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

  /** The rule in Vietnamese: an article, a law or the report; null when there is none. */
  public @Nullable String citation() {
    return citation;
  }

  private static final class Laws {
    static final String ATTRIBUTION = Mode.ATTRIBUTION.citation();
    static final String DEVOLUTION = Mode.DEVOLUTION.citation();
    static final String DELEGATION = Mode.DELEGATION.citation();
    static final String TWO_TIERS = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15";
    static final String EFFECT = "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15";
    static final String FORM = "Điều 8 Nghị định số 30/2020/NĐ-CP về công tác văn thư";
    static final String SIX_CLEARS =
        "Yêu cầu “rõ người, rõ việc, rõ trách nhiệm, rõ thẩm quyền, rõ nguồn lực và rõ kết quả”"
            + " tại báo cáo của Ban Tổ chức Tỉnh ủy";
    static final String FIELDS =
        "Báo cáo của Ban Tổ chức Tỉnh ủy: “Một số lĩnh vực quản lý nhà nước còn chậm cụ thể hóa quy"
            + " định về phân cấp, phân quyền”";
  }
}

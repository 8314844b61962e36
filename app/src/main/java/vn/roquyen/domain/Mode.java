package vn.roquyen.domain;

/** The four legal routes by which a power moves (Law 72/2025/QH15). */
public enum Mode {
  /** Phân quyền, article 12. */
  DEVOLUTION("Điều 12 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
  /** Phân cấp, article 13. */
  DECENTRALISATION("Điều 13 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
  /** Ủy quyền, article 14. */
  DELEGATION("Điều 14 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
  /** Phân định thẩm quyền, article 11. */
  ATTRIBUTION("Điều 11 Luật Tổ chức chính quyền địa phương số 72/2025/QH15");

  private final String citation;

  Mode(String citation) {
    this.citation = citation;
  }

  /** The article that governs this route, in Vietnamese. */
  public String citation() {
    return citation;
  }
}

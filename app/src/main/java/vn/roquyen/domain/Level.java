package vn.roquyen.domain;

/** The tier of government or Party on which a body stands. */
public enum Level {
  CENTRAL,
  PROVINCE,
  DEPARTMENT,
  COMMUNE,
  PARTY_CENTRAL,
  PARTY_PROVINCE,
  PARTY_COMMUNE;

  /** True for the commune, on the State or the Party side. */
  public boolean isCommune() {
    return this == COMMUNE || this == PARTY_COMMUNE;
  }
}

package vn.roquyen.service;

/** The tables of the coverage that can be written into a file. */
public enum CoverageTable {
  HEADLINE,
  POWERS,
  FIELDS,
  TREND
}

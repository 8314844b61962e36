package vn.roquyen.search;

/**
 * What the ranking looks at, each with the weight by which it counts. Shares are of the weight of
 * the words (or pairs of neighbours) of the question, from 0 to 1. The weights were chosen on half
 * of the benchmark questions and looked at on the other half (ADR 0004).
 */
enum Feature {
  /** Share of the question that the title has, word by word. */
  TITLE_WORDS(1.0),
  /** The same for two neighbours that also stand beside each other in the title. */
  TITLE_PAIRS(1.0),
  /** Share of the question that the editor's keywords have. */
  KEYWORD_WORDS(0.4),
  KEYWORD_PAIRS(0.4),
  /** Share of the question taken by one keyword that stands in it as a whole. */
  WHOLE_KEYWORD(0.5),
  /** Share whose synonyms or full forms the title, keywords or field have. */
  MEANT(0.6),
  /** Share found in title, keywords or by meaning, whichever is best for each word. */
  NAME_WORDS(1.0),
  NAME_PAIRS(1.0),
  /** The same, also looking into the field and, for less, into long texts. */
  ALL_WORDS(1.0),
  /** Share of the title that the question asks for: a plain title before a special one. */
  TITLE_COVERED(0.8),
  FIELD_WORDS(0.3),
  TEXT_PAIRS(0.3),
  BODY_PAIRS(0.15),
  /** Qualifiers of the title that nobody asked for ("lưu động"), three of them count 1. */
  UNASKED_QUALIFIERS(-0.5),
  /** A commune body decides: the person at the desk is a commune's. */
  COMMUNE_DECIDES(0.35),
  IN_FORCE(0.05),
  /** Score of the index as a share of the best. */
  INDEX_SCORE(0.5),
  /** The record rests on the instrument that the question names. */
  RESTS_ON_NUMBER(0.6),
  /** The record itself bears the number that the question names. */
  OWN_NUMBER(5);

  private final double weight;

  Feature(double weight) {
    this.weight = weight;
  }

  double weight() {
    return weight;
  }
}

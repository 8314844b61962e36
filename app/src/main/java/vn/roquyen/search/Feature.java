package vn.roquyen.search;

/**
 * What the ranking looks at, each with the weight by which it counts. Shares are of the weight of
 * the words (or pairs of neighbours) of the question, from 0 to 1. How the weights were chosen is
 * told in ADR 0004.
 */
enum Feature {
  /** Share of the question found in title or keywords, by letters or by meaning. */
  NAME_WORDS(0.7),
  /** The same for neighbours that also stand beside each other there. */
  NAME_PAIRS(0.1),
  /** Share of the question that the editor's keywords have. */
  KEYWORD_WORDS(0.2),
  /** Share of the question taken by one keyword that stands in it as a whole. */
  WHOLE_KEYWORD(0.5),
  /** Share whose synonyms or full forms the title, keywords or field have. */
  MEANT(0.9),
  /** Share found anywhere, for less in the field and in long texts. */
  ALL_WORDS(1.4),
  /** Share of the title that the question asks for: a plain title before a special one. */
  TITLE_COVERED(1.2),
  /** Share of the question that the field has. */
  FIELD_WORDS(0.3),
  /** Neighbours beside each other in description, result and conditions. */
  TEXT_PAIRS(0.25),
  /** Neighbours beside each other in steps and dossier. */
  BODY_PAIRS(0.4),
  /** Qualifiers of the title that nobody asked for ("lưu động"); three of them count 1. */
  UNASKED_QUALIFIERS(-0.1),
  /** The title begins with an act that nobody asked for ("thu hồi", "cấp lại"). */
  UNASKED_ACTION(-0.5),
  /** A commune body decides: the person at the desk is a commune's. */
  COMMUNE_DECIDES(0.65),
  /** A procedure, with steps and dossier, answers a person more fully than a bare power. */
  PROCEDURE(0.3),
  /** In force today. */
  IN_FORCE(0.2),
  /** Score of the index as a share of the best. */
  INDEX_SCORE(0.4),
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

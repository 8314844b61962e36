package vn.roquyen.domain;

/** A collective organ, its head as an individual competence, or a class that covers many organs. */
public enum BodyKind {
  COLLECTIVE,
  HEAD,
  CLASS
}

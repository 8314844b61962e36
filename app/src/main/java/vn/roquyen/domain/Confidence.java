package vn.roquyen.domain;

/** How sure the look-up is that a hit answers the question. */
public enum Confidence {
  HIGH,
  LOW
}

package vn.roquyen.domain.check;

import vn.roquyen.domain.Warning;

/**
 * One thing that the checks ask about.
 *
 * @param warning its code, the record it is about and what its sentence names
 * @param facts digest of the facts it rests on; an answer holds as long as this stays the same
 */
public record Finding(Warning warning, Concern concern, String facts) {

  /** The key under which an answer to it is kept: it changes when the facts change. */
  public String key() {
    return warning.code() + "/" + warning.subjectId() + "/" + facts;
  }
}

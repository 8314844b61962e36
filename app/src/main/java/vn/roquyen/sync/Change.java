package vn.roquyen.sync;

import vn.roquyen.domain.ChangeId;

/**
 * A change whose form and header were read; its operations are still packed, and nothing about it
 * is to be believed yet.
 */
public record Change(SignedDocument document, ChangeHeader header, Compression.Packed packed) {

  public ChangeId id() {
    return document.id();
  }
}

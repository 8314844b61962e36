package vn.roquyen.sync;

/**
 * What a replica says beside its changes: how far its stream reaches, what it has received, what a
 * snapshot is made of. Signed like a change, but no part of the journal: a newer one replaces it.
 */
public sealed interface Statement permits Head, Receipt, Manifest {

  /** Who says it. */
  Speaker speaker();

  DocumentKind kind();

  byte[] body();
}

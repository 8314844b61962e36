package vn.roquyen.sync.remote;

import org.jspecify.annotations.Nullable;

/**
 * A store of named objects that many machines share and nobody looks after: a folder, a WebDAV
 * server, an S3 bucket. Names are paths of {@link Layout}, computed and never listed. An object is
 * made once and stays; only heads and receipts are put anew, each by its one owner.
 *
 * <p>Every method throws {@link RemoteFailure} with the state that a person is told.
 */
public interface Remote extends AutoCloseable {

  /**
   * How a store was found to work.
   *
   * @param way of making an object that must not be there yet
   * @param ranges whether a broken download goes on where it broke
   * @param conditions whether an unchanged object costs no content
   * @param open whether it lets anybody read, so that a request to read need not be signed
   */
  record Abilities(Way way, boolean ranges, boolean conditions, boolean open) {}

  /** How an object is made without ever overwriting one. */
  enum Way {
    /** A file made exclusively, renamed without replacing. */
    RENAME,
    /** {@code PUT} beside, then {@code MOVE} with {@code Overwrite: F}. */
    MOVE,
    /** {@code PUT} with {@code If-None-Match: *}. */
    CONDITION
  }

  /** What came of making an object. */
  enum Made {
    NOW,
    /** The same bytes stood there already: an earlier attempt had come through after all. */
    BEFORE
  }

  /**
   * Opens an object.
   *
   * @param from the byte to begin with; the answer may begin earlier when the object has changed
   *     since {@code tag} or the store cannot
   * @param tag what the answer before called this version; null to have it whatever it is
   */
  Answer open(String name, long from, @Nullable String tag);

  /** Makes an object; fails with FORK when another content stands there. */
  Made create(String name, byte[] content);

  /** Puts a head or receipt in the place of the one before; readers see one or the other. */
  void replace(String name, byte[] content);

  /** Takes away an object of this folder's own that nobody is led to any more, as far as it can. */
  void delete(String name);

  /**
   * Finds out by trying how the store works and remembers it; leaves nothing behind. Fails with
   * UNSUITABLE when it would overwrite.
   */
  Abilities probe();

  /** Recalls what an earlier {@link #probe} of the same store has found. */
  void recall(Abilities abilities);

  /** True while it is read without saying who reads: as was found, and not refused since. */
  default boolean isOpen() {
    return false;
  }

  /** Ends the visit; a call that another thread is waiting in fails at once. */
  @Override
  void close();
}

package vn.roquyen.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import vn.roquyen.domain.Sha256;

/**
 * Bytes that changes typically hold, shipped with the program, so that even a small change packs
 * well. A dictionary is named by its hash and never edited: a better one is added beside it.
 *
 * @param name the first 16 digits of its SHA-256
 */
record Dictionary(String name, byte[] bytes) {
  static final int NAME_BYTES = 8;

  /** The dictionary that new changes are packed with. */
  static final Dictionary SHIPPED = shipped();

  static Dictionary of(byte[] bytes) {
    return new Dictionary(HexFormat.of().formatHex(Sha256.of(bytes), 0, NAME_BYTES), bytes.clone());
  }

  private static Dictionary shipped() {
    try (InputStream in = Dictionary.class.getResourceAsStream("change-1.dict")) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without its dictionary");
      }
      return of(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package vn.roquyen.sync.remote;

import vn.roquyen.domain.Sha256;

/** Short digests that tell versions of an object apart. */
final class Digests {
  private Digests() {}

  /** The first 16 digits of the parts' hash. */
  static String shortTag(byte[]... parts) {
    return Sha256.hex(parts).substring(0, 16);
  }
}

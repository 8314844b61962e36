package vn.roquyen.sync.remote;

import vn.roquyen.domain.ReplicaId;

/**
 * Where everything of a space lies in a store. Every name follows from what the asker knows, so
 * nothing is ever listed, and what is not asked for is not seen.
 */
final class Layout {
  /** Names the space that a store was first used for; all spaces look here. */
  static final String MARKER = "v1/space";

  /** A change, a part of a snapshot, a certificate: nothing in a store is larger. */
  static final int MAX_OBJECT = 256 * 1024;

  /** From this size on an object waits for a connection that is not paid for by its volume. */
  static final int LARGE = 32 * 1024;

  private final String home;

  /**
   * The names of one space.
   *
   * @param space 32 hexadecimal digits
   */
  Layout(String space) {
    this.home = "v1/" + space.substring(0, 16) + "/";
  }

  String root(int version) {
    return home + "root/" + version;
  }

  /** A certificate by the first 16 digits of its id. */
  String certificate(String brief) {
    return home + "cert/" + brief;
  }

  /**
   * A revocation.
   *
   * @param issuer first 16 digits of the issuer's certificate, or {@code root}
   */
  String revocation(String issuer, int number) {
    return home + "rev/" + issuer + "/" + number;
  }

  String head(ReplicaId replica) {
    return home + "head/" + replica;
  }

  String change(ReplicaId replica, long seq) {
    return home + "c/" + replica + "/" + seq;
  }

  String pack(ReplicaId replica, long from, int size) {
    return home + "p/" + replica + "/" + from + "-" + (from + size - 1);
  }

  /** The place in the book of members, in which each replica signs once. */
  String member(int number) {
    return home + "m/" + number;
  }

  /** What the hub has received of a replica. */
  String receipt(ReplicaId hub, ReplicaId replica) {
    return home + "r/" + hub + "/" + replica;
  }

  String manifest(String snapshot) {
    return home + "s/" + snapshot + "/manifest";
  }

  String part(String snapshot, int number) {
    return home + "s/" + snapshot + "/" + number;
  }
}

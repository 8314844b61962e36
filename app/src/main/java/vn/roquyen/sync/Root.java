package vn.roquyen.sync;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.roquyen.domain.Hlc;

/**
 * The root of one space of exchange: n of m offline keys. Each version is signed by enough of its
 * own keys and, from the second on, by enough of the keys of the version before it.
 *
 * @param version from 1
 * @param space 32 hexadecimal digits that name the space
 * @param threshold how many of the keys must sign
 * @param signedAt time zero of the space
 * @param demonstration true for the root of the sample data, whose private keys everyone has
 * @param approvals 2 when also a founder who is alone needs a second key to end or move authority
 */
public record Root(
    int version,
    String space,
    Set<PublicKey> keys,
    int threshold,
    Hlc signedAt,
    boolean demonstration,
    int approvals) {
  private static final int MAX_KEYS = 16;
  private static final int SPACE_BYTES = 16;

  public Root {
    keys = Set.copyOf(keys);
  }

  /** Signs this version. */
  public SignedDocument sign(List<? extends Signer> signers) {
    CborWriter out = new CborWriter().map(7);
    out.number(1).number(version);
    out.number(2).bytes(HexFormat.of().parseHex(space));
    out.number(3).array(keys.size());
    keys.stream().map(PublicKey::encoded).sorted(Arrays::compareUnsigned).forEach(out::bytes);
    out.number(4).number(threshold);
    out.number(5).number(signedAt.packed());
    out.number(6).value(demonstration);
    out.number(7).number(approvals);
    return SignedDocument.sign(DocumentKind.ROOT, out.toBytes(), signers);
  }

  /**
   * Reads a root document that is signed by enough of its own keys.
   *
   * @throws Refusal MALFORMED, BAD_KEY, ROOT_SIGNERS
   */
  static Root read(SignedDocument document) {
    CborReader in = new CborReader(document.body());
    if (in.map(7) != 7) {
      throw new Refusal(Reason.MALFORMED, "root");
    }
    int key = in.key(0);
    int version = in.unsigned(Integer.MAX_VALUE);
    key = in.key(key);
    String space = HexFormat.of().formatHex(in.bytes(SPACE_BYTES));
    key = in.key(key);
    Set<PublicKey> keys = keys(in);
    key = in.key(key);
    int threshold = in.unsigned(MAX_KEYS);
    key = in.key(key);
    Hlc signedAt = new Hlc(in.unsigned());
    key = in.key(key);
    boolean demonstration = Boolean.TRUE.equals(in.value());
    key = in.key(key);
    int approvals = in.unsigned(2);
    in.end();
    Root root = new Root(version, space, keys, threshold, signedAt, demonstration, approvals);
    if (key != 7 || version < 1 || approvals < 1) {
      throw new Refusal(Reason.MALFORMED, "root");
    }
    if (threshold < 1 || !root.hasEnoughSigners(document)) {
      throw new Refusal(Reason.ROOT_SIGNERS);
    }
    return root;
  }

  /** True when enough of this version's keys have signed; each counts once. */
  boolean hasEnoughSigners(SignedDocument document) {
    return document.signersAmong(keys) >= threshold;
  }

  /**
   * Checks that a document is the next version of this root and returns it.
   *
   * @throws Refusal ROOT_NOT_NEXT, ROOT_SIGNERS, and those of {@link #read}
   */
  Root next(SignedDocument document) {
    Root next = read(document);
    if (next.version != version + 1
        || !next.space.equals(space)
        || next.demonstration != demonstration
        || next.signedAt.compareTo(signedAt) < 0) {
      throw new Refusal(Reason.ROOT_NOT_NEXT, Integer.toString(version), "" + next.version);
    }
    if (!hasEnoughSigners(document)) {
      throw new Refusal(Reason.ROOT_SIGNERS);
    }
    return next;
  }

  private static Set<PublicKey> keys(CborReader in) {
    int count = in.array(MAX_KEYS);
    Set<PublicKey> keys = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      if (!keys.add(PublicKey.admit(in.bytes(PublicKey.BYTES)))) {
        throw new Refusal(Reason.ROOT_SIGNERS);
      }
    }
    return keys;
  }
}

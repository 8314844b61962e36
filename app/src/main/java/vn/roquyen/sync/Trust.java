package vn.roquyen.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.sync.Revocation.LastGood;

/**
 * Whose signature counts: one root, the certificates below it, and what was revoked. Fed with
 * signed documents in the order of the journal; used by one thread at a time.
 */
public final class Trust {
  /** A certificate with the names by which changes cite it. */
  public record Admitted(ChangeId id, Certificate certificate) {}

  private Root root;
  private ChangeId rootId;
  private final Map<String, Admitted> certificates = new HashMap<>();
  private final Map<String, Map<ReplicaId, LastGood>> revoked = new HashMap<>();
  private final Map<String, Integer> revocations = new HashMap<>();

  /**
   * Starts from a root document that came on a trustworthy way: with the invitation.
   *
   * @param demonstration whether this data folder holds sample data, and may use its root
   * @throws Refusal of {@link Root#read}, DEMONSTRATION_ROOT
   */
  public Trust(SignedDocument rootDocument, boolean demonstration) {
    this.root = Root.read(ofKind(rootDocument, DocumentKind.ROOT));
    this.rootId = rootDocument.id();
    boolean demonstrationKeys = root.keys().stream().anyMatch(DemonstrationRoot::isDemonstration);
    if (!demonstration && (root.demonstration() || demonstrationKeys)) {
      throw new Refusal(Reason.DEMONSTRATION_ROOT);
    }
  }

  public Root root() {
    return root;
  }

  /** The number of the newest revocation of each issuer; of the root's own under "". */
  public Map<String, Integer> newestRevocations() {
    Map<String, Integer> newest = new HashMap<>(revocations);
    newest.putIfAbsent("", 0);
    certificates.forEach(
        (brief, admitted) -> {
          if (admitted.certificate().is(Role.ISSUER)) {
            newest.putIfAbsent(brief, 0);
          }
        });
    return newest;
  }

  /**
   * Takes in a next root, a certificate or a revocation.
   *
   * @return false when it was known already
   * @throws Refusal when it is not to be believed; CERTIFICATE_UNKNOWN and GAP when it may be
   *     believed once something earlier has come
   */
  public boolean admit(SignedDocument document) {
    return switch (document.kind()) {
      case ROOT -> admitRoot(document);
      case CERTIFICATE -> admitCertificate(document);
      case REVOCATION -> admitRevocation(document);
      default -> throw new Refusal(Reason.WRONG_KIND);
    };
  }

  /** The certificate that a change cites by the first 16 digits of its id, or null. */
  public @Nullable Admitted certificate(String brief) {
    return certificates.get(brief);
  }

  /** Every certificate that was taken in, revoked or not, in no order. */
  public List<Admitted> certificates() {
    return List.copyOf(certificates.values());
  }

  /** True when the certificate was taken back; changes up to its last good one still count. */
  public boolean isRevoked(String certificate) {
    return revoked.containsKey(certificate);
  }

  /** How many revocations an issuer has written. */
  int revocationsBy(String issuer) {
    return revocations.getOrDefault(issuer, 0);
  }

  /** The id of the newest root document. */
  ChangeId rootId() {
    return rootId;
  }

  /**
   * The certificate of a key that lasts longest, one of a founder alone only if no other; or null.
   */
  @Nullable Admitted newestOf(PublicKey key) {
    return certificates.values().stream()
        .filter(admitted -> admitted.certificate().key().equals(key))
        .max(
            java.util.Comparator.comparing((Admitted admitted) -> !admitted.certificate().sole())
                .thenComparing(admitted -> admitted.certificate().to()))
        .orElse(null);
  }

  /** Whether a key of that short name is certified at all. */
  List<PublicKey> keys(String kid) {
    return certificates.values().stream()
        .map(admitted -> admitted.certificate().key())
        .filter(key -> key.kid().equals(kid))
        .distinct()
        .toList();
  }

  /** True when a change under that certificate lies beyond the last good one of its replica. */
  public boolean isRevoked(String certificate, ReplicaId replica, long seq, ChangeId id) {
    Map<ReplicaId, LastGood> lastGood = revoked.get(certificate);
    if (lastGood == null) {
      return false;
    }
    LastGood last = lastGood.get(replica);
    return last == null
        || seq > last.seq()
        || (seq == last.seq() && !id.brief().equals(last.brief()));
  }

  /** The last good change that a revocation names for a replica, or null. */
  @Nullable LastGood lastGood(ReplicaId replica) {
    return revoked.values().stream()
        .map(each -> each.get(replica))
        .filter(java.util.Objects::nonNull)
        .min(java.util.Comparator.comparingLong(LastGood::seq))
        .orElse(null);
  }

  /** How many revocations were admitted. */
  int revocations() {
    return revocations.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** True when any certificate was revoked. */
  boolean hasRevoked() {
    return !revoked.isEmpty();
  }

  private boolean admitRoot(SignedDocument document) {
    if (document.id().equals(rootId)) {
      return false;
    }
    root = root.next(document);
    rootId = document.id();
    return true;
  }

  private boolean admitCertificate(SignedDocument document) {
    Admitted known = certificates.get(document.id().brief());
    if (known != null) {
      if (known.id().equals(document.id())) {
        return false;
      }
      throw new Refusal(Reason.CERTIFICATE_INVALID);
    }
    Certificate certificate = Certificate.read(document);
    if (certificate.issuer() == null) {
      if (!root.hasEnoughSigners(document)) {
        throw new Refusal(Reason.BAD_SIGNATURE);
      }
      // Below the root there are issuers only, and below them no more issuers: three levels.
      require(certificate.roles().equals(Set.of(Role.ISSUER)));
    } else {
      Admitted issuer = issuer(certificate.issuer(), document);
      require(narrows(issuer.certificate(), certificate));
    }
    require(certificate.isProven());
    certificates.put(document.id().brief(), new Admitted(document.id(), certificate));
    return true;
  }

  private boolean admitRevocation(SignedDocument document) {
    Revocation revocation = Revocation.read(document);
    String by = revocation.issuer() == null ? "" : revocation.issuer();
    if (revocation.issuer() == null) {
      if (!root.hasEnoughSigners(document)) {
        throw new Refusal(Reason.BAD_SIGNATURE);
      }
    } else {
      issuer(revocation.issuer(), document);
    }
    int newest = revocations.getOrDefault(by, 0);
    if (revocation.number() <= newest) {
      return false;
    }
    if (revocation.number() > newest + 1) {
      throw new Refusal(Reason.GAP, Integer.toString(newest + 1));
    }
    for (Revocation.Entry entry : revocation.entries()) {
      Admitted target = certificates.get(entry.certificate());
      require(target == null || by.isEmpty() || by.equals(target.certificate().issuer()));
    }
    for (Revocation.Entry entry : revocation.entries()) {
      revoke(entry);
    }
    revocations.put(by, revocation.number());
    return true;
  }

  /** A second revocation of a certificate can only take back more. */
  private void revoke(Revocation.Entry entry) {
    Map<ReplicaId, LastGood> now = new HashMap<>();
    entry.lastGood().forEach(last -> now.put(last.replica(), last));
    Map<ReplicaId, LastGood> before = revoked.get(entry.certificate());
    if (before != null) {
      now.keySet().retainAll(new HashSet<>(before.keySet()));
      before.forEach(
          (replica, last) ->
              now.computeIfPresent(replica, (r, next) -> next.seq() < last.seq() ? next : last));
    }
    revoked.put(entry.certificate(), now);
  }

  private Admitted issuer(String brief, SignedDocument document) {
    Admitted issuer = certificates.get(brief);
    if (issuer == null) {
      throw new Refusal(Reason.CERTIFICATE_UNKNOWN, brief);
    }
    require(issuer.certificate().is(Role.ISSUER));
    if (!document.isSignedBy(issuer.certificate().key())) {
      throw new Refusal(Reason.BAD_SIGNATURE);
    }
    if (revoked.containsKey(brief)) {
      throw new Refusal(Reason.REVOKED, brief);
    }
    return issuer;
  }

  /** Rights only narrow: no issuer below an issuer, within its time and within its units. */
  private static boolean narrows(Certificate issuer, Certificate leaf) {
    return !leaf.is(Role.ISSUER)
        && leaf.from().compareTo(issuer.from()) >= 0
        && leaf.to().compareTo(issuer.to()) <= 0
        && (issuer.fields().isEmpty() || issuer.fields().contains(leaf.unit()));
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new Refusal(Reason.CERTIFICATE_INVALID);
    }
  }

  private static SignedDocument ofKind(SignedDocument document, DocumentKind kind) {
    if (document.kind() != kind) {
      throw new Refusal(Reason.WRONG_KIND);
    }
    return document;
  }
}

package vn.roquyen.sync;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** What no change is called: where it is named as the last good one, none of its number is. */
  private static final String NO_CHANGE = "";

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
   * @throws Refusal when it is not to be believed; CERTIFICATE_UNKNOWN and REVOCATION_GAP when it
   *     may be believed once something earlier has come
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
    return good(certificate) != null;
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
            Comparator.comparing((Admitted admitted) -> !admitted.certificate().sole())
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

  /** The unit of a key; empty when none is known. */
  String unitOf(@Nullable PublicKey key) {
    return certificates.values().stream()
        .map(Admitted::certificate)
        .filter(certificate -> Objects.equals(key, certificate.key()))
        .map(Certificate::unit)
        .findFirst()
        .orElse("");
  }

  /**
   * True when a change under that certificate lies beyond the last good one of its replica. Who
   * holds the key holds all its certificates, so taking one back takes back all of them.
   */
  public boolean isRevoked(String certificate, ReplicaId replica, long seq, ChangeId id) {
    Map<ReplicaId, LastGood> good = good(certificate);
    if (good == null) {
      return false;
    }
    LastGood last = good.get(replica);
    return last == null || isBeyond(last, seq, id.brief());
  }

  /** True for a change of the last good one's replica that is neither that one nor before it. */
  static boolean isBeyond(LastGood last, long seq, String brief) {
    return seq > last.seq() || (seq == last.seq() && !brief.equals(last.brief()));
  }

  /** The last good change that revocations leave to a replica, or null. */
  @Nullable LastGood lastGood(ReplicaId replica) {
    for (String certificate : revoked.keySet()) {
      Map<ReplicaId, LastGood> good = good(certificate);
      if (good != null && good.containsKey(replica)) {
        return good.get(replica);
      }
    }
    return null;
  }

  /** What stays good of a key when any of its certificates was taken back; null when none was. */
  private @Nullable Map<ReplicaId, LastGood> good(String certificate) {
    Admitted admitted = certificates.get(certificate);
    Map<ReplicaId, LastGood> good = null;
    for (Map.Entry<String, Map<ReplicaId, LastGood>> each : revoked.entrySet()) {
      Admitted other = certificates.get(each.getKey());
      boolean same =
          each.getKey().equals(certificate)
              || (admitted != null
                  && other != null
                  && admitted.certificate().key().equals(other.certificate().key()));
      if (same) {
        good = good == null ? each.getValue() : narrowed(good, each.getValue());
      }
    }
    return good;
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
      throw new Refusal(Reason.REVOCATION_GAP, Integer.toString(newest + 1));
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

  private void revoke(Revocation.Entry entry) {
    Map<ReplicaId, LastGood> now = new HashMap<>();
    entry.lastGood().forEach(last -> now.put(last.replica(), last));
    revoked.merge(entry.certificate(), now, Trust::narrowed);
  }

  /** A second revocation can only take back more, in whatever order the two come. */
  private static Map<ReplicaId, LastGood> narrowed(
      Map<ReplicaId, LastGood> one, Map<ReplicaId, LastGood> other) {
    Map<ReplicaId, LastGood> both = new HashMap<>();
    one.forEach(
        (replica, last) -> {
          LastGood next = other.get(replica);
          if (next != null) {
            both.put(replica, earlier(last, next));
          }
        });
    return both;
  }

  /**
   * The last change that two revocations leave. Where they name two of one number neither stays
   * good: each was refused for ever by who learned of the other revocation first.
   */
  private static LastGood earlier(LastGood one, LastGood other) {
    if (one.seq() == other.seq() && !one.brief().equals(other.brief())) {
      return new LastGood(one.replica(), one.seq(), NO_CHANGE);
    }
    return one.seq() <= other.seq() ? one : other;
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

package vn.roquyen.sync;

import java.util.HexFormat;
import vn.roquyen.domain.ReplicaId;

/**
 * Who says something beside a change.
 *
 * @param nonce 32 hexadecimal digits that bind the replica to its key
 * @param certificate first 16 digits of the certificate's id
 */
public record Speaker(ReplicaId replica, String nonce, String certificate) {
  private static final int SHORT_BYTES = 8;
  private static final int NONCE_BYTES = 16;

  void write(CborWriter out) {
    HexFormat hex = HexFormat.of();
    out.array(3).bytes(hex.parseHex(replica.toString()));
    out.bytes(hex.parseHex(nonce)).bytes(hex.parseHex(certificate));
  }

  static Speaker read(CborReader in) {
    if (in.array(3) != 3) {
      throw new Refusal(Reason.MALFORMED, "speaker");
    }
    HexFormat hex = HexFormat.of();
    return new Speaker(
        ReplicaId.parse(hex.formatHex(in.bytes(SHORT_BYTES))),
        hex.formatHex(in.bytes(NONCE_BYTES)),
        hex.formatHex(in.bytes(SHORT_BYTES)));
  }

  /**
   * The certificate under which a document was signed by this speaker.
   *
   * @param despiteRevocation true for a head: what a revoked key had written before stays good
   * @throws Refusal CERTIFICATE_UNKNOWN, KEY_MISMATCH, BAD_SIGNATURE, REPLICA_FOREIGN, REVOKED
   */
  Certificate check(SignedDocument document, Trust trust, boolean despiteRevocation) {
    Trust.Admitted admitted = trust.certificate(certificate);
    if (admitted == null) {
      throw new Refusal(Reason.CERTIFICATE_UNKNOWN, certificate);
    }
    Certificate signer = admitted.certificate();
    if (!DeviceKey.replica(signer.key(), HexFormat.of().parseHex(nonce)).equals(replica)) {
      throw new Refusal(Reason.REPLICA_FOREIGN, replica.toString());
    }
    if (!document.isSignedBy(signer.key())) {
      throw new Refusal(Reason.BAD_SIGNATURE);
    }
    if (!despiteRevocation && trust.isRevoked(certificate)) {
      throw new Refusal(Reason.REVOKED, signer.name());
    }
    return signer;
  }
}

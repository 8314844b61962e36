package vn.roquyen.sync;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.roquyen.domain.Role;

/**
 * The two files by which a unit gets its certificate: an invitation, and the request it answers.
 */
public final class Enrolment {
  static final int SECRET_BYTES = 32;
  private static final int SERIAL_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  private Enrolment() {}

  /**
   * What the issuer gives to a unit.
   *
   * @param secret shows that a request comes from whom the invitation was given to
   * @param root the root document's file
   * @param issuer the file of the issuer's certificate
   */
  public record Invitation(
      String serial,
      String unit,
      Set<Role> roles,
      SortedSet<String> fields,
      String secret,
      byte[] root,
      byte[] issuer) {

    byte[] body() {
      CborWriter out = new CborWriter().array(7).bytes(HEX.parseHex(serial)).text(unit);
      Certificate.writeRoles(out, roles);
      out.array(fields.size());
      fields.forEach(out::text);
      return out.bytes(HEX.parseHex(secret)).bytes(root).bytes(issuer).toBytes();
    }

    /** Reads the content of an invitation; its signature is its issuer's to check. */
    public static Invitation read(SignedDocument document) {
      if (document.kind() != DocumentKind.INVITATION) {
        throw new Refusal(Reason.WRONG_KIND);
      }
      CborReader in = new CborReader(document.body());
      if (in.array(7) != 7) {
        throw new Refusal(Reason.MALFORMED, "invitation");
      }
      Invitation invitation =
          new Invitation(
              HEX.formatHex(in.bytes(SERIAL_BYTES)),
              in.text(),
              Certificate.readRoles(in),
              Certificate.readFields(in),
              HEX.formatHex(in.bytes(SECRET_BYTES)),
              in.bytesUpTo(SignedDocument.MAX_BYTES),
              in.bytesUpTo(SignedDocument.MAX_BYTES));
      in.end();
      return invitation;
    }

    /**
     * The trust that this invitation founds on a new machine: its root and its issuer, each
     * checked.
     *
     * @throws Refusal also when the invitation is not its issuer's
     */
    public static Trust found(SignedDocument document, boolean demonstration) {
      Invitation invitation = read(document);
      Trust trust = new Trust(SignedDocument.read(invitation.root), demonstration);
      SignedDocument issuer = SignedDocument.read(invitation.issuer, DocumentKind.CERTIFICATE);
      trust.admit(issuer);
      if (!document.isSignedBy(Certificate.read(issuer).key())) {
        throw new Refusal(Reason.BAD_SIGNATURE);
      }
      return trust;
    }
  }

  /**
   * What a unit sends back.
   *
   * @param proof the new key's signature over key, unit and roles
   */
  public record Request(PublicKey key, String name, byte[] proof) {

    /** Makes the request of a new key. */
    public static SignedDocument write(Invitation invitation, Signer key, String name) {
      byte[] proof =
          key.sign(Certificate.proofOf(key.publicKey(), invitation.unit(), invitation.roles()));
      byte[] body =
          new CborWriter()
              .array(5)
              .bytes(HEX.parseHex(invitation.serial()))
              .bytes(key.publicKey().encoded())
              .text(name)
              .bytes(proof)
              .bytes(mac(invitation, key.publicKey()))
              .toBytes();
      return SignedDocument.sign(DocumentKind.REQUEST, body, key);
    }

    /**
     * The serial of the invitation that a request says it answers.
     *
     * @throws Refusal WRONG_KIND, MALFORMED
     */
    static String serialOf(SignedDocument document) {
      if (document.kind() != DocumentKind.REQUEST) {
        throw new Refusal(Reason.WRONG_KIND);
      }
      CborReader in = new CborReader(document.body());
      if (in.array(5) != 5) {
        throw new Refusal(Reason.MALFORMED, "request");
      }
      return HEX.formatHex(in.bytes(SERIAL_BYTES));
    }

    /**
     * Reads a request and checks that it answers the invitation.
     *
     * @throws Refusal WRONG_KIND, MALFORMED, BAD_KEY, BAD_SIGNATURE
     */
    static Request read(SignedDocument document, Invitation invitation) {
      if (document.kind() != DocumentKind.REQUEST) {
        throw new Refusal(Reason.WRONG_KIND);
      }
      CborReader in = new CborReader(document.body());
      if (in.array(5) != 5) {
        throw new Refusal(Reason.MALFORMED, "request");
      }
      final String serial = HEX.formatHex(in.bytes(SERIAL_BYTES));
      final PublicKey key = PublicKey.admit(in.bytes(PublicKey.BYTES));
      final String name = in.text();
      final byte[] proof = in.bytes(PublicKey.SIGNATURE_BYTES);
      final byte[] mac = in.bytes(SECRET_BYTES);
      in.end();
      boolean answers =
          serial.equals(invitation.serial())
              && document.isSignedBy(key)
              && MessageDigest.isEqual(mac, mac(invitation, key))
              && key.verifies(
                  Certificate.proofOf(key, invitation.unit(), invitation.roles()), proof);
      if (!answers) {
        throw new Refusal(Reason.BAD_SIGNATURE);
      }
      return new Request(key, name, proof);
    }

    private static byte[] mac(Invitation invitation, PublicKey key) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HEX.parseHex(invitation.secret()), "HmacSHA256"));
        return mac.doFinal(key.encoded());
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
      }
    }
  }
}

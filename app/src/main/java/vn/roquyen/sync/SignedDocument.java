package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Sha256;

/**
 * The container of everything signed: {@code COSE_Sign1} (RFC 9052) with one signature, or {@code
 * COSE_Sign} where policy needs several. Reading one checks its form only; whose signature it is
 * and whether it holds is asked of {@link #isSignedBy}.
 */
public final class SignedDocument {
  /** Caps of CHANGE-FILES.md. */
  public static final int MAX_BYTES = 256 * 1024;

  static final int MAX_SIGNATURES = 8;

  private static final long SIGN1 = 18;
  private static final long SIGN = 98;
  private static final int ALGORITHM = 1;
  private static final int CONTENT_TYPE = 3;
  private static final int KID = 4;
  private static final long EDDSA = -8;
  private static final byte[] EMPTY = new byte[0];
  private static final int MAX_HEADER = 256;

  private record Signature(String kid, byte[] header, byte[] bytes) {}

  private final DocumentKind kind;
  private final byte[] header;
  private final byte[] body;
  private final List<Signature> signatures;
  private final byte[] encoded;
  private final ChangeId id;

  private SignedDocument(
      DocumentKind kind, byte[] header, byte[] body, List<Signature> signatures, byte[] encoded) {
    this.kind = kind;
    this.header = header;
    this.body = body;
    this.signatures = signatures;
    this.encoded = encoded;
    this.id = new ChangeId(Sha256.hex(header, body));
  }

  /** Signs a body with one key. */
  static SignedDocument sign(DocumentKind kind, byte[] body, Signer signer) {
    byte[] header = protectedHeader(kind, signer.publicKey().kid());
    byte[] signature = signer.sign(toBeSigned(header, EMPTY, body));
    byte[] encoded =
        new CborWriter()
            .tag(SIGN1)
            .array(4)
            .bytes(header)
            .map(0)
            .bytes(body)
            .bytes(signature)
            .toBytes();
    Signature only = new Signature(signer.publicKey().kid(), EMPTY, signature);
    return new SignedDocument(kind, header, body, List.of(only), encoded);
  }

  /** Signs a body with several keys. */
  static SignedDocument sign(DocumentKind kind, byte[] body, List<? extends Signer> signers) {
    byte[] header = new CborWriter().map(1).number(CONTENT_TYPE).text(kind.contentType()).toBytes();
    CborWriter out = new CborWriter().tag(SIGN).array(4).bytes(header).map(0).bytes(body);
    out.array(signers.size());
    List<Signature> signatures = new ArrayList<>();
    for (Signer signer : signers) {
      String kid = signer.publicKey().kid();
      byte[] own = signerHeader(kid);
      byte[] signature = signer.sign(toBeSigned(header, own, body));
      out.array(3).bytes(own).map(0).bytes(signature);
      signatures.add(new Signature(kid, own, signature));
    }
    return new SignedDocument(kind, header, body, signatures, out.toBytes());
  }

  /**
   * Reads a document of whatever kind.
   *
   * @throws Refusal TOO_LARGE, NOT_A_CHANGE_FILE, DAMAGED_IN_MAIL, MALFORMED, TRAILING_BYTES,
   *     TOO_MANY, WRONG_KIND
   */
  public static SignedDocument read(byte[] encoded) {
    if (encoded.length > MAX_BYTES) {
      throw new Refusal(Reason.TOO_LARGE);
    }
    FirstBytes.check(encoded);
    try {
      return parse(encoded);
    } catch (Refusal refusal) {
      boolean form =
          refusal.reason() == Reason.MALFORMED || refusal.reason() == Reason.TRAILING_BYTES;
      throw form && FirstBytes.lineEndsRewritten(encoded)
          ? new Refusal(Reason.DAMAGED_IN_MAIL)
          : refusal;
    }
  }

  private static SignedDocument parse(byte[] encoded) {
    CborReader in = new CborReader(encoded);
    long tag = in.tag();
    if (tag != SIGN1 && tag != SIGN) {
      throw new Refusal(Reason.NOT_A_CHANGE_FILE);
    }
    exactly(4, in.array(4));
    byte[] header = in.bytesUpTo(MAX_HEADER);
    exactly(0, in.map(0));
    byte[] body = in.bytesUpTo(MAX_BYTES);
    if (tag == SIGN1) {
      byte[] signature = in.bytes(PublicKey.SIGNATURE_BYTES);
      in.end();
      CborReader signed = new CborReader(header);
      exactly(3, signed.map(3));
      algorithm(signed);
      DocumentKind kind = contentType(signed);
      Signature only = new Signature(kid(signed), EMPTY, signature);
      signed.end();
      return new SignedDocument(kind, header, body, List.of(only), encoded);
    }
    List<Signature> signatures = signatures(in);
    in.end();
    CborReader signed = new CborReader(header);
    exactly(1, signed.map(1));
    DocumentKind kind = contentType(signed);
    signed.end();
    return new SignedDocument(kind, header, body, signatures, encoded);
  }

  /**
   * Reads a document that must be of one kind.
   *
   * @throws Refusal as {@link #read}; WRONG_KIND also when it is of another kind
   */
  static SignedDocument read(byte[] encoded, DocumentKind kind) {
    SignedDocument document = read(encoded);
    if (document.kind != kind) {
      throw new Refusal(Reason.WRONG_KIND);
    }
    return document;
  }

  public DocumentKind kind() {
    return kind;
  }

  /** SHA-256 of header and body; the signatures are no part of the identity. */
  public ChangeId id() {
    return id;
  }

  byte[] body() {
    return body;
  }

  /** The file, byte by byte. */
  public byte[] encoded() {
    return encoded.clone();
  }

  int size() {
    return encoded.length;
  }

  /** The short names of the keys that are said to have signed. */
  List<String> kids() {
    return signatures.stream().map(Signature::kid).toList();
  }

  /** True when the document is of one signer, and that is the key. */
  boolean isSignedBy(PublicKey key) {
    return signatures.size() == 1 && holds(signatures.getFirst(), key);
  }

  /** How many of these keys have signed; each key counts once, whatever name it is cited by. */
  int signersAmong(Set<PublicKey> keys) {
    Set<PublicKey> found = new HashSet<>();
    for (Signature signature : signatures) {
      for (PublicKey key : keys) {
        if (!found.contains(key) && holds(signature, key)) {
          found.add(key);
        }
      }
    }
    return found.size();
  }

  private boolean holds(Signature signature, PublicKey key) {
    if (!signature.kid.equals(key.kid())) {
      return false;
    }
    byte[] message = toBeSigned(header, signature.header, body);
    return kind == DocumentKind.CHANGE
        ? key.verifies(message, signature.bytes)
        : key.hasVerified(message, signature.bytes);
  }

  private static List<Signature> signatures(CborReader in) {
    int count = in.array(MAX_SIGNATURES);
    List<Signature> signatures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      exactly(3, in.array(3));
      byte[] own = in.bytesUpTo(MAX_HEADER);
      exactly(0, in.map(0));
      byte[] signature = in.bytes(PublicKey.SIGNATURE_BYTES);
      CborReader signed = new CborReader(own);
      exactly(2, signed.map(2));
      algorithm(signed);
      signatures.add(new Signature(kid(signed), own, signature));
      signed.end();
    }
    return signatures;
  }

  private static byte[] protectedHeader(DocumentKind kind, String kid) {
    return new CborWriter()
        .map(3)
        .number(ALGORITHM)
        .number(EDDSA)
        .number(CONTENT_TYPE)
        .text(kind.contentType())
        .number(KID)
        .bytes(HexFormat.of().parseHex(kid))
        .toBytes();
  }

  private static byte[] signerHeader(String kid) {
    return new CborWriter()
        .map(2)
        .number(ALGORITHM)
        .number(EDDSA)
        .number(KID)
        .bytes(HexFormat.of().parseHex(kid))
        .toBytes();
  }

  private static void algorithm(CborReader signed) {
    if (signed.key(-1) != ALGORITHM || signed.number() != EDDSA) {
      throw new Refusal(Reason.MALFORMED, "algorithm");
    }
  }

  private static DocumentKind contentType(CborReader signed) {
    if (signed.key(-1) != CONTENT_TYPE) {
      throw new Refusal(Reason.MALFORMED, "content type");
    }
    DocumentKind kind = DocumentKind.of(signed.text());
    if (kind == null) {
      throw new Refusal(Reason.WRONG_KIND);
    }
    return kind;
  }

  private static String kid(CborReader signed) {
    if (signed.key(-1) != KID) {
      throw new Refusal(Reason.MALFORMED, "kid");
    }
    return HexFormat.of().formatHex(signed.bytes(PublicKey.KID_BYTES));
  }

  private static void exactly(int expected, int found) {
    if (found != expected) {
      throw new Refusal(Reason.MALFORMED, "count");
    }
  }

  /** The Sig_structure of RFC 9052, 4.4. */
  private static byte[] toBeSigned(byte[] header, byte[] signerHeader, byte[] body) {
    boolean one = signerHeader.length == 0;
    CborWriter out = new CborWriter().array(one ? 4 : 5);
    out.text(one ? "Signature1" : "Signature").bytes(header);
    if (!one) {
      out.bytes(signerHeader);
    }
    return out.bytes(EMPTY).bytes(body).toBytes();
  }
}

package vn.roquyen.sync;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Hlc;

/**
 * How far a replica's stream reaches, and what else it knows to be in the store: the one thing that
 * others ask for again and again.
 *
 * @param count how many changes the stream has
 * @param tip first 16 digits of the id of the newest; null when there is none
 * @param time when it was said
 * @param root version of the root that the speaker goes by
 * @param revocations how many the speaker has admitted
 * @param members how many replicas have signed the store's book
 * @param snapshot name of the newest snapshot that the speaker has made, or null
 */
public record Head(
    Speaker speaker,
    long count,
    @Nullable String tip,
    Hlc time,
    int root,
    int revocations,
    int members,
    @Nullable String snapshot)
    implements Statement {
  private static final int SHORT_BYTES = 8;
  private static final int FIELDS = 8;

  /** A head that was read and whose signature holds. */
  public record Verified(Head head, Certificate certificate) {}

  @Override
  public DocumentKind kind() {
    return DocumentKind.HEAD;
  }

  @Override
  public byte[] body() {
    CborWriter out = new CborWriter().array(FIELDS);
    speaker.write(out);
    out.number(count);
    brief(out, tip);
    out.number(time.packed()).number(root).number(revocations).number(members);
    brief(out, snapshot);
    return out.toBytes();
  }

  /**
   * Reads a head and checks whose it is.
   *
   * @throws Refusal also CERTIFICATE_UNKNOWN, with the certificate that is to be fetched
   */
  public static Verified read(byte[] file, Trust trust) {
    SignedDocument document = SignedDocument.read(file, DocumentKind.HEAD);
    CborReader in = new CborReader(document.body());
    if (in.array(FIELDS) != FIELDS) {
      throw new Refusal(Reason.MALFORMED, "head");
    }
    Head head =
        new Head(
            Speaker.read(in),
            in.unsigned(),
            brief(in),
            new Hlc(in.unsigned()),
            in.unsigned(Integer.MAX_VALUE),
            in.unsigned(Integer.MAX_VALUE),
            in.unsigned(Integer.MAX_VALUE),
            brief(in));
    in.end();
    if ((head.count == 0) != (head.tip == null)) {
      throw new Refusal(Reason.MALFORMED, "head");
    }
    return new Verified(head, head.speaker.check(document, trust, true));
  }

  private static void brief(CborWriter out, @Nullable String brief) {
    out.bytes(brief == null ? new byte[0] : HexFormat.of().parseHex(brief));
  }

  private static @Nullable String brief(CborReader in) {
    byte[] bytes = in.bytesUpTo(SHORT_BYTES);
    if (bytes.length != 0 && bytes.length != SHORT_BYTES) {
      throw new Refusal(Reason.MALFORMED, "head");
    }
    return bytes.length == 0 ? null : HexFormat.of().formatHex(bytes);
  }
}

package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.List;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.WritePolicy;

/**
 * What a snapshot is made of. A snapshot is a parcel of everything that its maker had accepted, cut
 * into parts; every document in it is checked like one that came alone, so its maker is trusted
 * with nothing but the reader's time.
 *
 * @param size bytes of all parts together
 * @param parts SHA-256 of each part, in order
 */
public record Manifest(Speaker speaker, Hlc time, long size, List<byte[]> parts)
    implements Statement {
  private static final int FIELDS = 4;
  private static final int SUM_BYTES = 32;
  private static final int MAX_PARTS = 4_096;

  public Manifest {
    parts = List.copyOf(parts);
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.SNAPSHOT;
  }

  @Override
  public byte[] body() {
    CborWriter out = new CborWriter().array(FIELDS);
    speaker.write(out);
    out.number(time.packed()).number(size).array(parts.size());
    parts.forEach(out::bytes);
    return out.toBytes();
  }

  /**
   * Reads a manifest, which only a hub or a publisher may write.
   *
   * @throws Refusal NOT_ALLOWED and those of {@link Speaker}
   */
  public static Manifest read(byte[] file, Trust trust) {
    SignedDocument document = SignedDocument.read(file, DocumentKind.SNAPSHOT);
    CborReader in = new CborReader(document.body());
    if (in.array(FIELDS) != FIELDS) {
      throw new Refusal(Reason.MALFORMED, "snapshot");
    }
    Speaker speaker = Speaker.read(in);
    Hlc time = new Hlc(in.unsigned());
    long size = in.unsigned();
    int count = in.array(MAX_PARTS);
    List<byte[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(in.bytes(SUM_BYTES));
    }
    in.end();
    Certificate signer = speaker.check(document, trust, false);
    if (!signer.is(Role.HUB) && !signer.is(Role.PUBLISHER)) {
      throw new Refusal(
          Reason.NOT_ALLOWED,
          WritePolicy.Verdict.WRONG_ROLE.name(),
          "SNAPSHOT",
          speaker.replica().toString());
    }
    return new Manifest(speaker, time, size, parts);
  }
}

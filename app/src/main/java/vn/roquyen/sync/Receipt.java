package vn.roquyen.sync;

import java.util.HexFormat;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.WritePolicy;

/**
 * The province's collecting machine says how much of a replica's stream it has in its journal
 * ("Tỉnh đã nhận").
 *
 * @param of the replica whose changes were received
 * @param count how many of them, from the first on
 */
public record Receipt(Speaker speaker, ReplicaId of, long count, Hlc time) implements Statement {
  private static final int FIELDS = 4;
  private static final int SHORT_BYTES = 8;

  @Override
  public DocumentKind kind() {
    return DocumentKind.RECEIPT;
  }

  @Override
  public byte[] body() {
    CborWriter out = new CborWriter().array(FIELDS);
    speaker.write(out);
    out.bytes(HexFormat.of().parseHex(of.toString())).number(count).number(time.packed());
    return out.toBytes();
  }

  /**
   * Reads a receipt, which only a hub may write.
   *
   * @throws Refusal NOT_ALLOWED and those of {@link Speaker}
   */
  public static Receipt read(byte[] file, Trust trust) {
    SignedDocument document = SignedDocument.read(file, DocumentKind.RECEIPT);
    CborReader in = new CborReader(document.body());
    if (in.array(FIELDS) != FIELDS) {
      throw new Refusal(Reason.MALFORMED, "receipt");
    }
    Speaker speaker = Speaker.read(in);
    ReplicaId of = ReplicaId.parse(HexFormat.of().formatHex(in.bytes(SHORT_BYTES)));
    Receipt receipt = new Receipt(speaker, of, in.unsigned(), new Hlc(in.unsigned()));
    in.end();
    if (!speaker.check(document, trust, false).is(Role.HUB)) {
      throw new Refusal(
          Reason.NOT_ALLOWED,
          WritePolicy.Verdict.WRONG_ROLE.name(),
          Entity.RECEIPT.name(),
          of.toString());
    }
    return receipt;
  }
}

package vn.roquyen.sync;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ReplicaId;

/**
 * An issuer takes certificates back. It names for each replica of the key the last good change, so
 * that everything beyond is refused everywhere, whatever time it claims.
 *
 * @param number of this issuer's revocations, without gaps from 1
 * @param issuer first 16 digits of the issuer's certificate; null when the root signed
 */
public record Revocation(int number, @Nullable String issuer, List<Entry> entries) {
  private static final int MAX_ENTRIES = 1_000;
  private static final int SHORT_BYTES = 8;

  /** One certificate; a replica that is not listed has no good change. */
  public record Entry(String certificate, List<LastGood> lastGood) {
    public Entry {
      lastGood = List.copyOf(lastGood);
    }
  }

  /** The last good change of a replica; {@code brief} is the first 16 digits of its id. */
  public record LastGood(ReplicaId replica, long seq, String brief) {}

  public Revocation {
    entries = List.copyOf(entries);
  }

  byte[] body() {
    CborWriter out = new CborWriter().map(issuer == null ? 2 : 3).number(1).number(number);
    if (issuer != null) {
      out.number(2).bytes(HexFormat.of().parseHex(issuer));
    }
    out.number(3).array(entries.size());
    for (Entry entry : entries) {
      out.array(2).bytes(HexFormat.of().parseHex(entry.certificate));
      out.array(entry.lastGood.size());
      for (LastGood last : entry.lastGood) {
        out.array(3).bytes(HexFormat.of().parseHex(last.replica.toString())).number(last.seq);
        out.bytes(HexFormat.of().parseHex(last.brief));
      }
    }
    return out.toBytes();
  }

  static Revocation read(SignedDocument document) {
    CborReader in = new CborReader(document.body());
    int fields = in.map(3);
    int at = in.key(0);
    final int number = in.unsigned(Integer.MAX_VALUE);
    String issuer = null;
    if (fields == 3) {
      at = in.key(at);
      issuer = hex(in);
    }
    at = in.key(at);
    int count = in.array(MAX_ENTRIES);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(in));
    }
    in.end();
    if (at != 3 || fields < 2 || number < 1) {
      throw new Refusal(Reason.MALFORMED, "revocation");
    }
    return new Revocation(number, issuer, entries);
  }

  private static Entry entry(CborReader in) {
    if (in.array(2) != 2) {
      throw new Refusal(Reason.MALFORMED, "revocation");
    }
    String certificate = hex(in);
    int count = in.array(MAX_ENTRIES);
    List<LastGood> lastGood = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (in.array(3) != 3) {
        throw new Refusal(Reason.MALFORMED, "revocation");
      }
      lastGood.add(new LastGood(ReplicaId.parse(hex(in)), in.unsigned(), hex(in)));
    }
    return new Entry(certificate, lastGood);
  }

  private static String hex(CborReader in) {
    return HexFormat.of().formatHex(in.bytes(SHORT_BYTES));
  }
}

package vn.roquyen.sync;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.HybridClock;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.sync.Compression.Packed;

/**
 * Writes this replica's own changes: the next number, what it has seen, the time, the signature.
 */
public final class ChangeWriter {
  /** Room for everything in a file but its packed edits. */
  private static final int OVERHEAD = 4 * 1024;

  private static final int NONCE_BYTES = 16;

  /**
   * Who this replica is.
   *
   * @param nonce 32 hexadecimal digits, drawn when the replica began
   * @param certificate first 16 digits of the id of the key's certificate
   */
  public record Identity(
      Signer key, String nonce, String certificate, String unit, String space, int schema) {

    /** The name of the replica that the key makes with the nonce. */
    public ReplicaId replica() {
      return DeviceKey.replica(key.publicKey(), HexFormat.of().parseHex(nonce));
    }
  }

  private final Identity identity;
  private final ReplicaId replica;
  private final ChangeCodec codec;
  private final History history;
  private final HybridClock clock;

  public ChangeWriter(Identity identity, ChangeCodec codec, History history, HybridClock clock) {
    this.identity = identity;
    this.replica = identity.replica();
    this.codec = codec;
    this.history = history;
    this.clock = clock;
  }

  /** A nonce for a new replica. */
  public static String newNonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }

  public ReplicaId replica() {
    return replica;
  }

  /**
   * Cuts edits into runs of which each fits into one change, and packs them.
   *
   * @throws Fault OPERATION_INVALID when a single edit does not fit
   */
  List<Packed> cut(List<RowEdit> edits) {
    List<Packed> runs = new ArrayList<>();
    cut(edits, runs);
    return runs;
  }

  /** Writes the next change of edits that surely fit into one. */
  Change next(List<RowEdit> edits) {
    return next(cut(edits).getFirst());
  }

  /**
   * Writes the next change of this replica; the history does not hold it yet.
   *
   * @throws Fault CLOCK_BEHIND, CLOCK_AHEAD
   */
  Change next(Packed edits) {
    History.Entry tip = history.tip(replica);
    ChangeHeader header =
        new ChangeHeader(
            replica,
            tip == null ? 0 : tip.seq() + 1,
            tip == null ? null : tip.id(),
            tip == null ? identity.nonce : null,
            clock.next(),
            history.unseenBy(replica),
            identity.schema,
            identity.certificate,
            identity.unit,
            identity.space,
            null,
            List.of());
    return codec.write(header, edits, identity.key);
  }

  private void cut(List<RowEdit> edits, List<Packed> runs) {
    if (edits.isEmpty()) {
      return;
    }
    Packed packed =
        edits.size() <= EditCodec.MAX_EDITS
            ? codec.pack(edits, SignedDocument.MAX_BYTES - OVERHEAD)
            : null;
    if (packed != null) {
      runs.add(packed);
      return;
    }
    if (edits.size() == 1) {
      RowEdit edit = edits.getFirst();
      throw new Fault(
          FaultCode.OPERATION_INVALID, String.valueOf(edit.known()), edit.key(), "size");
    }
    int middle = Math.min(edits.size() / 2, EditCodec.MAX_EDITS);
    cut(edits.subList(0, middle), runs);
    cut(edits.subList(middle, edits.size()), runs);
  }
}

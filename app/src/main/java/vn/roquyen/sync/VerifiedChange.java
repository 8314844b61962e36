package vn.roquyen.sync;

import java.util.List;
import vn.roquyen.domain.MergePolicy.Write;
import vn.roquyen.domain.RowEdit;

/**
 * A change that may be applied: only {@link Verifier} makes one, so whoever holds one need not ask
 * whether it was checked.
 */
public final class VerifiedChange {
  private final Change change;
  private final Certificate certificate;
  private final History.Entry entry;
  private final ChangeCodec codec;

  VerifiedChange(Change change, Certificate certificate, History.Entry entry, ChangeCodec codec) {
    this.change = change;
    this.certificate = certificate;
    this.entry = entry;
    this.codec = codec;
  }

  public Change change() {
    return change;
  }

  public Certificate certificate() {
    return certificate;
  }

  /** Its place among the accepted changes. */
  public History.Entry entry() {
    return entry;
  }

  /** The edits, unpacked each time: a change is kept small while it waits for its turn. */
  public List<RowEdit> edits() {
    return codec.edits(change);
  }

  /** The edits as the merge takes them. */
  public List<Write> writes() {
    return edits().stream()
        .map(
            edit ->
                new Write(entry.replica(), entry.seq(), entry.time().time(), entry.others(), edit))
        .toList();
  }

  PublicKey key() {
    return certificate.key();
  }
}

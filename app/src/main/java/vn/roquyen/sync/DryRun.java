package vn.roquyen.sync;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ReplicaId;

/** Says what would become of files, by the same checks as receiving them, and keeps nothing. */
public final class DryRun {
  private final Receiver receiver;

  /** A trial over what a register trusts and knows; both are used up by it. */
  DryRun(
      Trust trust,
      History history,
      Consumer<Operation> rules,
      Verifier.Past past,
      Predicate<ReplicaId> own) {
    ChangeCodec codec = new ChangeCodec();
    Verifier verifier = new Verifier(codec, trust, history, rules);
    WaitingRoom room = new WaitingRoom(new HeldFiles(null));
    this.receiver = new Receiver(codec, trust, history, verifier, past, new Nowhere(own), room);
  }

  /**
   * A trial that starts from a root document alone.
   *
   * @param rules throws a fault for an operation that nobody may write
   * @throws Refusal when that is no root document
   */
  public static DryRun under(byte[] root, Consumer<Operation> rules) {
    SignedDocument document = SignedDocument.read(root, DocumentKind.ROOT);
    Trust trust = new Trust(document, Root.read(document).demonstration());
    return new DryRun(
        trust, new History(trust), rules, change -> (entity, key, column) -> null, stream -> false);
  }

  /** Tries one file; see {@link Receiver#receive}. */
  public List<Reception> take(byte[] file) {
    return receiver.receive(file);
  }

  private record Nowhere(Predicate<ReplicaId> own) implements Receiver.Door {
    @Override
    public <T> T alone(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void apply(VerifiedChange change, boolean counts) {}

    @Override
    public void keep(SignedDocument document) {}

    @Override
    public boolean isOwn(ReplicaId stream) {
      return own.test(stream);
    }

    @Override
    public void rewound() {}
  }
}

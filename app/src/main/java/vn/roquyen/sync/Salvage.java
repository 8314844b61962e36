package vn.roquyen.sync;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Sha256;
import vn.roquyen.sync.ChangeHeader.Dependency;

/**
 * Takes what can still be read of a damaged journal into a new one, each document after what it
 * needs. What needs a document that was lost is kept among the files that wait, until that one
 * comes again from others. The damaged journal is kept aside, and the folder becomes a new replica:
 * nobody can say whether its newest own numbers were among what was lost.
 */
final class Salvage {
  private static final String FOLDER = "salvage";

  /**
   * What was saved.
   *
   * @param places how many places of the damaged journal could not be read
   * @param aside where the damaged journal lies now
   * @param from the damaged journal, which still knows what could be read of it
   */
  record Saved(int places, Path aside, Journal from) {
    boolean holds(ChangeId change) {
      return from.contains(from.newest(change));
    }
  }

  private final Journal damaged;
  private final ChangeCodec codec = new ChangeCodec();
  private final Trust trust;
  private final History history;
  private final Verifier verifier;

  private Salvage(Journal damaged, SignedDocument root, Consumer<Operation> rules) {
    this.damaged = damaged;
    boolean demonstration = Root.read(root).demonstration();
    this.trust = new Trust(root, demonstration);
    this.history = new History(trust);
    this.verifier = new Verifier(codec, trust, history, rules);
  }

  /**
   * Puts a readable journal in the place of a damaged one, which it closes. A crash meanwhile
   * leaves the damaged journal where it was.
   *
   * @param folder of the journal
   * @throws Fault JOURNAL_DAMAGED when the root of all trust is among what was lost; DISK_FULL
   */
  static Saved run(
      Path folder, Journal damaged, KeyFolder keys, Consumer<Operation> rules, Clock wall) {
    List<SignedDocument> documents = new ArrayList<>();
    damaged.forEach(documents::add);
    if (documents.isEmpty() || documents.getFirst().kind() != DocumentKind.ROOT) {
      throw new Fault(FaultCode.JOURNAL_DAMAGED);
    }
    Salvage salvage = new Salvage(damaged, documents.removeFirst(), rules);
    Path fresh = folder.resolve(FOLDER);
    try {
      Files.deleteIfExists(fresh.resolve(DiskFile.NAME));
      List<SignedDocument> left;
      try (Journal into = Journal.open(fresh, wall)) {
        left = salvage.fill(into, documents);
      }
      HeldFiles held = new HeldFiles(folder.resolve("held"));
      left.forEach(each -> held.keep(Sha256.hex(each.encoded()), each.encoded()));
      int places = damaged.recovery().damaged().size();
      damaged.close();
      keys.newIncarnation();
      return new Saved(places, replace(folder, fresh), damaged);
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
      throw new Fault(code, failure, folder.toString());
    }
  }

  private List<SignedDocument> fill(Journal into, List<SignedDocument> documents) {
    List<SignedDocument> left = new ArrayList<>(documents);
    try (Journal.Batch batch = into.begin()) {
      ChangeId root = trust.rootId();
      batch.add(Objects.requireNonNull(damaged.find(root)), received(root));
      if (trust.root().demonstration()) {
        // The same bytes everywhere: no damage can take them away.
        left.addFirst(DemonstrationRoot.publisherCertificate());
        left.addFirst(DemonstrationRoot.issuerCertificate());
      }
      int before;
      do {
        before = left.size();
        left.removeIf(document -> takes(document, batch));
      } while (left.size() < before);
      batch.commit();
    }
    return left;
  }

  private Instant received(ChangeId id) {
    Instant received = damaged.received(id);
    Instant first = damaged.received(trust.rootId());
    return received != null ? received : Objects.requireNonNull(first);
  }

  /** True when the document needs nothing that is not there, or is there already. */
  private boolean takes(SignedDocument document, Journal.Batch batch) {
    try {
      boolean isNew =
          document.kind() == DocumentKind.CHANGE
              ? connects(codec.read(document))
              : trust.admit(document);
      if (isNew) {
        batch.add(document, received(document.id()));
      }
      return isNew || document.kind() != DocumentKind.CHANGE;
    } catch (Refusal lacking) {
      return false;
    }
  }

  private boolean connects(Change change) {
    ChangeHeader header = change.header();
    ChangeId previous = header.previous();
    boolean follows =
        previous == null
            || history.resolves(
                new Dependency(header.replica(), header.seq() - 1, previous.brief()));
    if (!follows || !header.dependencies().stream().allMatch(history::resolves)) {
      return false;
    }
    history.load(verifier.recall(change));
    return true;
  }

  private static Path replace(Path folder, Path fresh) throws IOException {
    int number = 1;
    while (Files.exists(folder.resolve("journal.damaged-" + number))) {
      number++;
    }
    Path aside = folder.resolve("journal.damaged-" + number);
    Path journal = folder.resolve(DiskFile.NAME);
    Files.copy(journal, aside);
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        fresh.resolve(DiskFile.NAME),
        journal,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(fresh.resolve("reserve"));
    Files.deleteIfExists(fresh);
    return aside;
  }
}

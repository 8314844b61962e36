package vn.roquyen.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Row;
import vn.roquyen.persistence.Projection;
import vn.roquyen.platform.FreshFile;
import vn.roquyen.sync.DocumentKind;
import vn.roquyen.sync.DryRun;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Parcel;
import vn.roquyen.sync.Reception;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.SignedDocument;

/**
 * Change files go out and come in: as single files in a folder, or all in one parcel. What goes out
 * is what the journal holds, byte by byte; what comes in goes through the one door of the ledger.
 */
public final class ExchangeService {
  private static final String PARCEL = ".rqp";

  private final LocalReplica replica;
  private final Ledger ledger;
  private final Projection projection;
  private final RegisterDigest digest;

  public ExchangeService(LocalReplica replica, Ledger ledger, Projection projection) {
    this.replica = replica;
    this.ledger = ledger;
    this.projection = projection;
    this.digest = new RegisterDigest(projection);
  }

  /** One line over the public register: equal on two machines when their registers are equal. */
  public String digest() {
    return digest.ofPublicRegister();
  }

  /**
   * Receives files, folders and parcels.
   *
   * @return what became of each file, in the order in which they were read
   * @throws Fault INPUT_MISSING, KEY_PENDING, DISK_FULL; what was received before stays received
   */
  public List<FileOutcome> receive(List<Path> paths) {
    return receive(paths, Progress.NONE);
  }

  /**
   * The same, watched. When it is stopped, what was received before stays received, and files that
   * were not opened are not answered for.
   *
   * @throws Fault INPUT_MISSING, KEY_PENDING, DISK_FULL
   */
  public List<FileOutcome> receive(List<Path> paths, Progress progress) {
    IncomingFiles incoming = new IncomingFiles(paths, progress);
    List<List<Reception>> answers = ledger.receive(() -> incoming);
    return incoming.outcomes(answers);
  }

  /**
   * Says what would become of files if they were received; nothing is taken.
   *
   * @throws Fault INPUT_MISSING, KEY_PENDING
   */
  public List<FileOutcome> verify(List<Path> paths) {
    return verify(paths, replica.dryRun(change -> this::text));
  }

  /**
   * Says what would become of files on a machine that knows nothing but a root document.
   *
   * @throws Fault INPUT_MISSING, DOCUMENT_REFUSED when that is no root document
   */
  public static List<FileOutcome> verifyUnder(Path root, List<Path> paths) {
    try {
      return verify(paths, DryRun.under(Files.readAllBytes(root), OperationRules::check));
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, root.toString());
    } catch (Refusal refusal) {
      throw new Fault(
          FaultCode.DOCUMENT_REFUSED,
          refusal,
          root.toString(),
          refusal.reason().messageKey(),
          String.join("\n", refusal.arguments()));
    }
  }

  private static List<FileOutcome> verify(List<Path> paths, DryRun trial) {
    IncomingFiles incoming = new IncomingFiles(paths, Progress.NONE);
    List<List<Reception>> answers = new ArrayList<>();
    incoming.forEachRemaining(file -> answers.add(trial.take(file)));
    return incoming.outcomes(answers);
  }

  private @Nullable String text(Entity entity, String key, String column) {
    Row row = projection.find(entity, key);
    Object value = row == null ? null : row.values().get(column);
    return value == null ? null : value.toString();
  }

  /**
   * What an export is to hold.
   *
   * @param since how many documents of the journal the receiver is known to have
   * @param ownOnly leaves out the changes that came from others
   */
  public record Selection(int since, boolean ownOnly) {
    /** Everything that is known: whoever receives it knows as much. */
    public static final Selection ALL = new Selection(0, false);
  }

  /**
   * How much there is to send.
   *
   * @param documents how many, with the certificates that the changes need
   * @param changes how many of them are changes
   * @param bytes as one parcel, without its frame
   */
  public record Weight(int documents, int changes, long bytes) {
    /** What a link of 64 kbit/s carries in a second: a village at the edge of the network. */
    private static final long SLOW = 64_000 / 8;

    /** How many seconds it takes over a slow link. */
    public long slowSeconds() {
      return (bytes + SLOW - 1) / SLOW;
    }
  }

  /** How much a selection holds, before it is sent. */
  public Weight weigh(Selection selection) {
    List<SignedDocument> chosen = choose(selection).stream().map(replica::document).toList();
    return new Weight(
        chosen.size(),
        (int) chosen.stream().filter(each -> each.kind() == DocumentKind.CHANGE).count(),
        chosen.stream().mapToLong(each -> each.encoded().length).sum());
  }

  /** The files that are kept until something else has come, and what they wait for. */
  public List<FileOutcome> waiting() {
    return replica.waiting().stream()
        .map(held -> IncomingFiles.outcome(Path.of(held.id().brief()), held))
        .toList();
  }

  /** What was exported: how many documents, and how many of them had not been there before. */
  public record Exported(Path target, int documents, int fresh) {}

  /**
   * Writes documents as files into a folder, or as one parcel when the name ends so. Files that are
   * there already are left alone, so that an export that was interrupted goes on.
   *
   * @throws Fault OUTPUT_FAILED, DISK_FULL
   */
  public Exported export(Path target, Selection selection) {
    List<ChangeId> chosen = choose(selection);
    boolean parcel =
        target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(PARCEL)
            && !Files.isDirectory(target);
    try {
      if (!parcel) {
        return files(target, chosen);
      }
      FreshFile.write(target, out -> Parcel.write(out, documents(chosen)));
      return new Exported(target, chosen.size(), chosen.size());
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.OUTPUT_FAILED);
      throw new Fault(code, failure, target.toString());
    }
  }

  private List<ChangeId> choose(Selection selection) {
    List<ChangeId> all = ledger.sealed();
    List<ChangeId> chosen = new ArrayList<>();
    for (ChangeId id : all.subList(Math.min(selection.since(), all.size()), all.size())) {
      if (!selection.ownOnly() || replica.isOwn(id)) {
        chosen.add(id);
      }
    }
    return chosen;
  }

  private Iterable<SignedDocument> documents(List<ChangeId> ids) {
    return () -> ids.stream().map(replica::document).iterator();
  }

  /** The number before the name keeps the order in which the receiver needs them. */
  private Exported files(Path folder, List<ChangeId> chosen) throws IOException {
    Files.createDirectories(folder);
    List<ChangeId> all = ledger.sealed();
    int fresh = 0;
    int number = 0;
    for (ChangeId id : chosen) {
      number = number + all.subList(number, all.size()).indexOf(id);
      SignedDocument document = replica.document(id);
      String kind =
          document.kind() == DocumentKind.CHANGE
              ? "rqc"
              : document.kind().name().toLowerCase(Locale.ROOT);
      Path file = folder.resolve("%06d-%s.%s".formatted(number, id.brief(), kind));
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), document.encoded())) {
        FreshFile.write(file, out -> out.write(document.encoded()));
        fresh++;
      }
    }
    return new Exported(folder, chosen.size(), fresh);
  }
}

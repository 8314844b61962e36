package vn.roquyen.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.persistence.Database;
import vn.roquyen.persistence.Projection;
import vn.roquyen.persistence.VersionRepository;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;

/**
 * Examines a data folder: whether every document of the journal can be read, and whether the tables
 * are what the journal says. A row that was silently altered shows in no other way, so the tables
 * are built a second time beside the first and compared.
 */
public final class DoctorService {
  private static final int KEY_BYTES = 32;

  private final LocalReplica replica;
  private final Ledger ledger;
  private final RegisterDigest digest;
  private final TableCheck tables;
  private final Path folder;
  private final Path scratch;

  /**
   * A doctor for one data folder.
   *
   * @param folder of the database; in it a folder for the second one is made and deleted
   */
  public DoctorService(
      LocalReplica replica,
      Ledger ledger,
      VersionRepository versions,
      Projection projection,
      Path folder) {
    this.replica = replica;
    this.ledger = ledger;
    this.digest = new RegisterDigest(projection);
    this.tables = new TableCheck(replica, ledger, versions, projection);
    this.folder = folder;
    this.scratch = folder.resolve("check");
  }

  /**
   * What was found.
   *
   * @param documents how many the journal holds
   * @param unreadable places of the journal that were damaged since they were written
   * @param cutBytes of an end that a power cut had left unfinished
   * @param withoutEffect changes that are kept without effect
   * @param forks numbers that two changes bear
   * @param waiting files that wait for others
   * @param tablesAgree whether the tables are what the journal says
   */
  public record Findings(
      int documents,
      int changes,
      int unreadable,
      long cutBytes,
      int withoutEffect,
      int forks,
      int waiting,
      boolean tablesAgree) {

    /** True when nothing needs mending. */
    public boolean sound() {
      return unreadable == 0 && tablesAgree;
    }
  }

  /** Examines while nobody watches. */
  public Findings examine() {
    return examine(Progress.NONE);
  }

  /**
   * Examines; nothing is changed.
   *
   * @throws Fault DISK_FULL
   */
  public Findings examine(Progress progress) {
    Membership member = replica.membership();
    return new Findings(
        replica.documents().size(),
        replica.count(),
        replica.opening().unreadable(),
        replica.opening().cutBytes(),
        member == null ? 0 : member.history().withoutEffect().size(),
        member == null ? 0 : member.history().forks().size(),
        replica.waiting().size(),
        digest.ofEverything().equals(rebuilt(progress)));
  }

  /**
   * Compares the tables with the journal while the program is used. When a row differs a second set
   * of tables is filled; when these differ too, or a page of the first cannot be read, the next
   * start builds the database anew.
   *
   * @param cancelled asked between rows; may wait a little, so that others have the processor
   * @return false when the next start builds the database anew
   * @throws Fault DISK_FULL
   */
  public boolean lookOver(BooleanSupplier cancelled) {
    if (tables.agree(cancelled)
        || cancelled.getAsBoolean()
        || TableCheck.isReadable(() -> digest.ofEverything().equals(rebuilt(Progress.NONE)))) {
      return true;
    }
    Database.suspect(folder);
    return false;
  }

  /** Fills the tables and the index anew from the journal. */
  public void rebuild(Progress progress) {
    ledger.rebuild(progress);
  }

  private String rebuilt(Progress progress) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    clear();
    try {
      Files.createDirectories(scratch);
      try (Database second =
          Database.open(scratch, HexFormat.of().formatHex(key), replica.device())) {
        Projection projection = new Projection(second);
        ledger.project(projection, progress.as(Progress.Phase.COMPARE));
        return new RegisterDigest(projection).ofEverything();
      }
    } catch (IOException failure) {
      throw fault(failure);
    } finally {
      clear();
    }
  }

  private void clear() {
    if (!Files.exists(scratch)) {
      return;
    }
    try (Stream<Path> found = Files.walk(scratch)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException failure) {
      throw fault(failure);
    }
  }

  private Fault fault(IOException failure) {
    FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
    return new Fault(code, failure, scratch.toString());
  }
}

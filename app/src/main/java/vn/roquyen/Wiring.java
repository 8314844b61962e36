package vn.roquyen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.roquyen.cli.Services;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Notice;
import vn.roquyen.persistence.CountRepository;
import vn.roquyen.persistence.Database;
import vn.roquyen.persistence.PendingRepository;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.persistence.Projection;
import vn.roquyen.persistence.RegisterRepository;
import vn.roquyen.persistence.RowChanges;
import vn.roquyen.persistence.VersionRepository;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.ColumnChoices;
import vn.roquyen.platform.DatabaseKey;
import vn.roquyen.platform.DraftFiles;
import vn.roquyen.search.SearchIndex;
import vn.roquyen.service.Acknowledgements;
import vn.roquyen.service.AnnexService;
import vn.roquyen.service.ApprovalService;
import vn.roquyen.service.CardService;
import vn.roquyen.service.CatalogueService;
import vn.roquyen.service.CheckAnswers;
import vn.roquyen.service.CompetenceService;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.DatabaseStart;
import vn.roquyen.service.DoctorService;
import vn.roquyen.service.DraftService;
import vn.roquyen.service.EditService;
import vn.roquyen.service.EditableRecords;
import vn.roquyen.service.EditingServices;
import vn.roquyen.service.ExchangeService;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.HistoryServices;
import vn.roquyen.service.ImportService;
import vn.roquyen.service.IndexFeed;
import vn.roquyen.service.InstrumentService;
import vn.roquyen.service.JournalService;
import vn.roquyen.service.KeyService;
import vn.roquyen.service.Ledger;
import vn.roquyen.service.LookupService;
import vn.roquyen.service.LostBranchService;
import vn.roquyen.service.OperationRules;
import vn.roquyen.service.Progress;
import vn.roquyen.service.Reach;
import vn.roquyen.service.RecordService;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.ReviewServices;
import vn.roquyen.service.RowHistoryService;
import vn.roquyen.service.SlipService;
import vn.roquyen.service.StartNotices;
import vn.roquyen.service.StatsService;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.sync.KeyFolder;
import vn.roquyen.sync.LocalReplica;

/**
 * Builds each object once, from top to bottom, for one data folder; the only class that knows all
 * others. Opened under the instance lock, closed in reverse order.
 */
public final class Wiring implements Services {
  private final LocalReplica replica;
  private final Database database;
  private final SearchIndex index;
  private final DataChanges changes;
  private final Ledger ledger;
  private final RegisterSource registers;
  private final ImportService imports;
  private final StatsService stats;
  private final TimeMachine.Answers now;
  private final FolderService folder;
  private final List<Notice> notices;
  private final HistoryServices history;
  private final EditingServices editing;
  private final LostBranchService lost;
  private final KeyService keys;
  private final ExchangeService exchange;
  private final RowHistoryService histories;
  private final StoreService stores;
  private final SyncService sync;
  private final DoctorService doctor;
  private final ExportService exports = new ExportService();

  /** Opens database and index of the folder; rebuilds the index when it fell behind. */
  public Wiring(Path data, Clock clock) {
    this(data, clock, Progress.NONE);
  }

  /**
   * Opens the folder where rebuilding may take a while.
   *
   * @param progress told when the database or the index is built anew
   */
  public Wiring(Path data, Clock clock, Progress progress) {
    AppPaths paths = new AppPaths(data);
    String key = key(paths);
    replica = openReplica(paths, key, clock);
    DatabaseStart start = openDatabase(paths, key);
    database = start.database();
    Projection projection = new Projection(database);
    RegisterRepository registerRepository = new RegisterRepository(database);
    ProcedureRepository procedures = new ProcedureRepository(database);
    index = openIndex(paths);
    IndexFeed indexFeed = new IndexFeed(database, registerRepository, procedures, index, clock);
    changes = new DataChanges();
    ledger = new Ledger(replica, projection, indexFeed, changes);
    boolean rebuilt = catchUp(indexFeed, progress);
    notices = StartNotices.of(replica, paths.journal(), start, rebuilt);
    registers = new RegisterSource(registerRepository, changes);
    imports = new ImportService(projection, ledger);
    folder = new FolderService(replica, imports);
    keys = new KeyService(replica, ledger, registers, clock);
    exchange = new ExchangeService(replica, ledger, projection);
    stores = new StoreService(paths.exchange(), replica, clock);
    sync = new SyncService(replica, ledger, stores, clock);
    VersionRepository versions = new VersionRepository(database);
    histories = new RowHistoryService(replica, versions, ledger);
    stats = new StatsService(database, new CountRepository(database), clock);
    doctor = new DoctorService(replica, ledger, versions, projection, paths.database());
    Reach reach = new Reach(() -> stats.stats().dataDate(), null);
    now =
        TimeMachine.Answers.of(
            new TimeMachine.Answers.Sources(
                registers, procedures, projection, index, changes, reach, clock),
            new CheckAnswers(projection, ledger, folder, clock));
    history = history(versions, procedures, projection, clock);
    editing = editing(projection, procedures, paths, clock);
    lost = lost(projection, paths);
  }

  private LostBranchService lost(Projection projection, AppPaths paths) {
    return new LostBranchService(
        new LostBranchService.Sources(replica, projection, editing.approvals(), ledger),
        paths.declined());
  }

  private EditingServices editing(
      Projection projection, ProcedureRepository procedures, AppPaths paths, Clock clock) {
    ApprovalService approvals =
        new ApprovalService(replica, new PendingRepository(database), ledger);
    DraftService.Sources sources =
        new DraftService.Sources(replica, projection, registers, procedures, approvals, ledger);
    return new EditingServices(
        new EditService(sources, now.records(), clock),
        approvals,
        new AnnexService(sources, new ColumnChoices(paths.annexColumns())),
        new DraftService(new DraftFiles(paths.drafts()), sources, clock),
        new EditableRecords(projection, registers, procedures));
  }

  private HistoryServices history(
      VersionRepository versions,
      ProcedureRepository procedures,
      Projection projection,
      Clock clock) {
    RowChanges rowChanges = new RowChanges(database, projection);
    TimeMachine.Reading reading =
        new TimeMachine.Reading(versions, rowChanges, projection, procedures, index);
    return HistoryServices.of(
        new TimeMachine(replica, reading, now, clock),
        new Acknowledgements(projection, ledger, folder, registers, clock));
  }

  public DataChanges changes() {
    return changes;
  }

  public Ledger ledger() {
    return ledger;
  }

  @Override
  public RegisterSource registers() {
    return registers;
  }

  @Override
  public LookupService lookup() {
    return now.lookup();
  }

  @Override
  public CompetenceService competence() {
    return now.competence();
  }

  @Override
  public StatsService stats() {
    return stats;
  }

  @Override
  public ImportService imports() {
    return imports;
  }

  /** What opening the folder found and mended. */
  @Override
  public List<Notice> notices() {
    return notices;
  }

  @Override
  public FolderService folder() {
    return folder;
  }

  @Override
  public KeyService keys() {
    return keys;
  }

  @Override
  public ExchangeService exchange() {
    return exchange;
  }

  @Override
  public StoreService stores() {
    return stores;
  }

  @Override
  public SyncService sync() {
    return sync;
  }

  @Override
  public JournalService journal() {
    return new JournalService(replica);
  }

  @Override
  public DoctorService doctor() {
    return doctor;
  }

  @Override
  public RowHistoryService histories() {
    return histories;
  }

  @Override
  public LostBranchService lost() {
    return lost;
  }

  public CatalogueService catalogue() {
    return now.catalogue();
  }

  public InstrumentService instruments() {
    return now.instruments();
  }

  public ExportService exports() {
    return exports;
  }

  public SlipService slips() {
    return now.slips();
  }

  @Override
  public EditingServices editing() {
    return editing;
  }

  @Override
  public HistoryServices history() {
    return history;
  }

  @Override
  public ReviewServices review() {
    return now.review();
  }

  @Override
  public RecordService records() {
    return now.records();
  }

  @Override
  public CardService cards() {
    return now.cards();
  }

  @Override
  public void close() {
    try {
      index.close();
    } catch (IOException failure) {
      throw new Fault(FaultCode.INDEX_FAILED, failure, "index");
    } finally {
      try {
        database.close();
      } finally {
        replica.close();
      }
    }
  }

  /** The key file opens with the database's key; when it does not, the folder is not complete. */
  private static LocalReplica openReplica(AppPaths paths, String key, Clock clock) {
    try {
      return LocalReplica.open(
          new KeyFolder(paths.keys(), key), paths.journal(), clock, OperationRules::check);
    } catch (Fault fault) {
      throw fault.code() == FaultCode.KEY_PASSWORD
          ? new Fault(FaultCode.DATABASE_FOREIGN, fault, paths.data().toString())
          : fault;
    }
  }

  private DatabaseStart openDatabase(AppPaths paths, String key) {
    try {
      return DatabaseStart.open(paths.database(), key, replica);
    } catch (RuntimeException failure) {
      replica.close();
      throw failure;
    }
  }

  /** An open database would keep its lock for as long as the process lives. */
  private SearchIndex openIndex(AppPaths paths) {
    try {
      return SearchIndex.open(paths.index(), paths.synonyms());
    } catch (RuntimeException failure) {
      database.close();
      replica.close();
      throw failure;
    }
  }

  /** True when an index that had been there had to be built anew. */
  private boolean catchUp(IndexFeed feed, Progress progress) {
    try {
      ledger.catchUp(progress);
      if (feed.isBehind()) {
        progress.at(Progress.Phase.INDEX, 0, -1);
      }
      return feed.catchUp() && database.revision() > 0;
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** A new key beside an old database would only hide that its own key is missing. */
  private static String key(AppPaths paths) {
    createFolders(paths);
    if (Database.exists(paths.database()) && !Files.exists(paths.databaseKey())) {
      throw new Fault(FaultCode.DATABASE_FOREIGN, paths.database().toString());
    }
    return DatabaseKey.readOrCreate(paths.databaseKey());
  }

  private static void createFolders(AppPaths paths) {
    try {
      Files.createDirectories(paths.database());
      Files.createDirectories(paths.index());
    } catch (IOException failure) {
      FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
      throw new Fault(code, failure, paths.data().toString());
    }
  }
}

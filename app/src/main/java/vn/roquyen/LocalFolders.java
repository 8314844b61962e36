package vn.roquyen;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.roquyen.cli.DataFolders;
import vn.roquyen.cli.Services;
import vn.roquyen.domain.Notice;
import vn.roquyen.persistence.Database;
import vn.roquyen.platform.AppPaths;
import vn.roquyen.platform.InstanceLock;
import vn.roquyen.platform.LogFile;
import vn.roquyen.service.CardService;
import vn.roquyen.service.CompetenceService;
import vn.roquyen.service.DoctorService;
import vn.roquyen.service.EditingServices;
import vn.roquyen.service.ExchangeService;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.HistoryServices;
import vn.roquyen.service.ImportService;
import vn.roquyen.service.JournalService;
import vn.roquyen.service.KeyService;
import vn.roquyen.service.LookupService;
import vn.roquyen.service.LostBranchService;
import vn.roquyen.service.Progress;
import vn.roquyen.service.RecordService;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.ReviewServices;
import vn.roquyen.service.RowHistoryService;
import vn.roquyen.service.StatsService;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService;
import vn.roquyen.sync.Journal;

/** Opens data folders of this machine for a command, each under its instance lock. */
record LocalFolders(Clock clock) implements DataFolders {

  @Override
  public boolean hasData(Path data) {
    AppPaths paths = new AppPaths(data);
    return Database.exists(paths.database()) || Journal.exists(paths.journal());
  }

  @Override
  public Services open(Path data, Progress progress) {
    AppPaths paths = new AppPaths(data);
    InstanceLock lock = InstanceLock.acquire(paths);
    try {
      LogFile.writeInto(paths);
      return new Held(lock, new Wiring(data, clock, progress));
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /** An open folder that gives its lock back last. */
  private record Held(InstanceLock lock, Wiring wiring) implements Services {
    @Override
    public RegisterSource registers() {
      return wiring.registers();
    }

    @Override
    public LookupService lookup() {
      return wiring.lookup();
    }

    @Override
    public CompetenceService competence() {
      return wiring.competence();
    }

    @Override
    public CardService cards() {
      return wiring.cards();
    }

    @Override
    public RecordService records() {
      return wiring.records();
    }

    @Override
    public ReviewServices review() {
      return wiring.review();
    }

    @Override
    public HistoryServices history() {
      return wiring.history();
    }

    @Override
    public StatsService stats() {
      return wiring.stats();
    }

    @Override
    public ImportService imports() {
      return wiring.imports();
    }

    @Override
    public List<Notice> notices() {
      return wiring.notices();
    }

    @Override
    public FolderService folder() {
      return wiring.folder();
    }

    @Override
    public KeyService keys() {
      return wiring.keys();
    }

    @Override
    public ExchangeService exchange() {
      return wiring.exchange();
    }

    @Override
    public LostBranchService lost() {
      return wiring.lost();
    }

    @Override
    public StoreService stores() {
      return wiring.stores();
    }

    @Override
    public SyncService sync() {
      return wiring.sync();
    }

    @Override
    public RowHistoryService histories() {
      return wiring.histories();
    }

    @Override
    public EditingServices editing() {
      return wiring.editing();
    }

    @Override
    public JournalService journal() {
      return wiring.journal();
    }

    @Override
    public DoctorService doctor() {
      return wiring.doctor();
    }

    @Override
    public void close() {
      try (lock) {
        wiring.close();
      }
    }
  }
}

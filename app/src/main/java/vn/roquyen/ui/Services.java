package vn.roquyen.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.roquyen.domain.Notice;
import vn.roquyen.service.CardService;
import vn.roquyen.service.CatalogueService;
import vn.roquyen.service.CompetenceService;
import vn.roquyen.service.DataChanges;
import vn.roquyen.service.EditingServices;
import vn.roquyen.service.ExchangeService;
import vn.roquyen.service.ExportService;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.HistoryServices;
import vn.roquyen.service.ImportService;
import vn.roquyen.service.InstrumentService;
import vn.roquyen.service.KeyService;
import vn.roquyen.service.LookupService;
import vn.roquyen.service.LostBranchService;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.RowHistoryService;
import vn.roquyen.service.StatsService;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService;

/** What the screens may use, once the data folder is open. */
public record Services(
    Path data,
    Clock clock,
    RegisterSource registers,
    LookupService lookup,
    CompetenceService competence,
    CardService cards,
    ImportService imports,
    Exchange exchange,
    StatsService stats,
    Browsing browsing,
    HistoryServices history,
    EditingServices editing,
    DataChanges changes) {

  /**
   * Who this folder is and what it has to do with others.
   *
   * @param notices what opening the folder found and mended
   */
  public record Exchange(
      FolderService folder,
      KeyService keys,
      ExchangeService files,
      RowHistoryService histories,
      LostBranchService lost,
      SyncService sync,
      StoreService stores,
      List<Notice> notices) {}

  /** What the screens that browse lists use. */
  public record Browsing(
      CatalogueService catalogue, InstrumentService instruments, ExportService exports) {}
}

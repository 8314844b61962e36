package vn.roquyen.cli;

import java.util.List;
import vn.roquyen.domain.Notice;
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
import vn.roquyen.service.RecordService;
import vn.roquyen.service.RegisterSource;
import vn.roquyen.service.ReviewServices;
import vn.roquyen.service.RowHistoryService;
import vn.roquyen.service.StatsService;
import vn.roquyen.service.StoreService;
import vn.roquyen.service.SyncService;

/** What the commands use of one opened data folder; closing it closes the folder. */
public interface Services extends AutoCloseable {

  RegisterSource registers();

  LookupService lookup();

  CompetenceService competence();

  CardService cards();

  RecordService records();

  StatsService stats();

  ImportService imports();

  FolderService folder();

  /** What opening the folder found and mended. */
  List<Notice> notices();

  ReviewServices review();

  HistoryServices history();

  KeyService keys();

  ExchangeService exchange();

  RowHistoryService histories();

  /** What a twin of this machine has cost, and may be entered again. */
  LostBranchService lost();

  StoreService stores();

  SyncService sync();

  EditingServices editing();

  JournalService journal();

  DoctorService doctor();

  @Override
  void close();
}

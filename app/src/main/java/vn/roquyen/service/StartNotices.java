package vn.roquyen.service;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.persistence.VersionRepository.Shown;
import vn.roquyen.sync.LocalReplica;

/** Says what opening a data folder found and mended, so that nobody is left to wonder. */
public final class StartNotices {
  /** So many lost changes are named; whoever lost more looks into the database that was kept. */
  private static final int NAMED = 5;

  private static final DateTimeFormatter RECEIVED =
      DateTimeFormatter.ofPattern("HH:mm d/M/uuuu").withZone(ZoneId.systemDefault());

  private StartNotices() {}

  /**
   * The notices of one start, the gravest first.
   *
   * @param journal folder of the journal
   * @param indexRebuilt true when the index did not fit a register that was there before
   */
  public static List<Notice> of(
      LocalReplica replica, Path journal, DatabaseStart start, boolean indexRebuilt) {
    List<Notice> notices = new ArrayList<>();
    if (replica.opening().damagedJournal() != null) {
      addLosses(notices, replica, start);
    } else {
      addDatabase(notices, start, indexRebuilt);
    }
    if (replica.opening().cutBytes() > 0) {
      notices.add(
          new Notice(
              NoticeCode.JOURNAL_CUT,
              Long.toString(replica.opening().cutBytes()),
              journal.resolve("journal.cut").toString()));
    }
    return List.copyOf(notices);
  }

  private static void addLosses(List<Notice> notices, LocalReplica replica, DatabaseStart start) {
    notices.add(
        new Notice(
            NoticeCode.RECORD_LOST,
            Integer.toString(replica.opening().unreadable()),
            String.valueOf(replica.opening().damagedJournal())));
    for (Shown lost : start.lost().stream().limit(NAMED).toList()) {
      NoticeCode code =
          replica.isOwn(lost.replica()) ? NoticeCode.OWN_CHANGE_LOST : NoticeCode.CHANGE_LOST;
      String rows =
          lost.rows().stream()
              .map(row -> row.entity().table() + " " + row.key())
              .collect(Collectors.joining(", "));
      String received = RECEIVED.format(lost.received());
      notices.add(new Notice(code, Long.toString(lost.seq()), lost.unit(), received, rows));
    }
  }

  private static void addDatabase(List<Notice> notices, DatabaseStart start, boolean indexRebuilt) {
    switch (start.outcome()) {
      case MOVED_ASIDE ->
          notices.add(new Notice(NoticeCode.DATABASE_REBUILT, String.valueOf(start.aside())));
      case RESTORED -> notices.add(new Notice(NoticeCode.DATABASE_RESTORED));
      case UPGRADED -> notices.add(new Notice(NoticeCode.DATABASE_UPGRADED));
      case OPENED -> {
        if (indexRebuilt) {
          notices.add(new Notice(NoticeCode.INDEX_REBUILT));
        }
      }
    }
  }
}

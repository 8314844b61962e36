package vn.roquyen.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.roquyen.domain.Notice;
import vn.roquyen.domain.NoticeCode;
import vn.roquyen.sync.Journal;

/** Says what opening a data folder found and mended, so that nobody is left to wonder. */
public final class StartNotices {
  private StartNotices() {}

  /**
   * The notices of one start, the gravest first.
   *
   * @param journal folder of the journal
   * @param indexRebuilt true when the index did not fit a register that was there before
   */
  public static List<Notice> of(
      Journal.Recovery recovery, Path journal, DatabaseStart start, boolean indexRebuilt) {
    List<Notice> notices = new ArrayList<>();
    if (!recovery.damaged().isEmpty()) {
      String count = Integer.toString(recovery.damaged().size());
      notices.add(new Notice(NoticeCode.RECORD_LOST, count, journal.toString()));
    }
    switch (start.outcome()) {
      case MOVED_ASIDE ->
          notices.add(new Notice(NoticeCode.DATABASE_REBUILT, String.valueOf(start.aside())));
      case RESTORED -> notices.add(new Notice(NoticeCode.DATABASE_RESTORED));
      case OPENED -> {
        if (indexRebuilt) {
          notices.add(new Notice(NoticeCode.INDEX_REBUILT));
        }
      }
    }
    if (recovery.cutBytes() > 0) {
      notices.add(
          new Notice(
              NoticeCode.JOURNAL_CUT,
              Long.toString(recovery.cutBytes()),
              journal.resolve("journal.cut").toString()));
    }
    return List.copyOf(notices);
  }
}

package vn.roquyen.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.Rows;
import vn.roquyen.domain.WarningCode;
import vn.roquyen.domain.check.CheckAnswer;
import vn.roquyen.domain.check.Finding;

/** Keeps what people answered to findings: who, when and why; signed like every other change. */
public final class CheckAnswers {
  private final Rows rows;
  private final Ledger ledger;
  private final FolderService folder;
  private final Clock clock;

  public CheckAnswers(Rows rows, Ledger ledger, FolderService folder, Clock clock) {
    this.rows = rows;
    this.ledger = ledger;
    this.folder = folder;
    this.clock = clock;
  }

  /** The same for who looks at other rows, such as those of a past day. */
  CheckAnswers over(Rows others) {
    return new CheckAnswers(others, ledger, folder, clock);
  }

  /** All answers, newest first. */
  public List<CheckAnswer> all() {
    List<CheckAnswer> answers = new ArrayList<>();
    rows.forEach(
        Entity.CHECK_ANSWER,
        row -> {
          CheckAnswer answer = answer(row);
          if (answer != null) {
            answers.add(answer);
          }
        });
    answers.sort(Comparator.comparing(CheckAnswer::answeredOn).reversed());
    return answers;
  }

  /**
   * Answers a finding: "seen, it is as it should be".
   *
   * @param author who looked
   * @param reason why it is right
   * @throws vn.roquyen.domain.Fault NOT_ALLOWED and all that the ledger throws
   */
  public void answer(Finding finding, String author, String reason) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("code", finding.warning().code().name());
    values.put("subject_id", finding.warning().subjectId());
    values.put("facts", finding.facts());
    values.put("reason", reason);
    values.put("author", author);
    values.put("answered_on", LocalDate.now(clock));
    ledger.record(List.of(new Operation.Insert(Entity.CHECK_ANSWER, key(finding), values)));
  }

  /**
   * Takes this unit's answer back, so that the finding is open again.
   *
   * @throws vn.roquyen.domain.Fault NOT_ALLOWED and all that the ledger throws
   */
  public void reopen(CheckAnswer answer) {
    ledger.record(List.of(new Operation.Remove(Entity.CHECK_ANSWER, answer.id())));
  }

  /** The unit for which this folder writes; only its own answers can be taken back. */
  public String unit() {
    return folder.identity().unit();
  }

  private String key(Finding finding) {
    return unit() + "/" + finding.key();
  }

  /** A newer program may answer codes that this one does not know. */
  private static @Nullable CheckAnswer answer(Row row) {
    Map<String, Object> values = row.values();
    WarningCode code = code(text(values, "code"));
    return code == null || !(values.get("answered_on") instanceof LocalDate day)
        ? null
        : new CheckAnswer(
            row.key(),
            row.key().substring(0, Math.max(0, row.key().indexOf('/'))),
            code,
            text(values, "subject_id"),
            text(values, "facts"),
            text(values, "reason"),
            text(values, "author"),
            day);
  }

  private static @Nullable WarningCode code(String name) {
    for (WarningCode code : WarningCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return null;
  }

  private static String text(Map<String, Object> values, String name) {
    return Objects.toString(values.get(name), "");
  }
}

package vn.roquyen.service;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Answer;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.Row;

/** Who decides procedures on a day, by rows without long texts. */
record Decided(
    RegisterSource.Snapshot snapshot,
    Commune unit,
    LocalDate day,
    Map<List<@Nullable Object>, Boolean> known) {
  Decided(RegisterSource.Snapshot snapshot, Commune unit, LocalDate day) {
    this(snapshot, unit, day, new HashMap<>());
  }

  @Nullable Competence of(@Nullable Row row) {
    return row == null ? null : snapshot.resolver().ofProcedure(Procedure.brief(row), unit, day);
  }

  /** True when the commune decides it; hundreds share the names of who does. */
  boolean here(@Nullable Row row) {
    if (row == null) {
      return false;
    }
    if (!snapshot.register().grantsOf(row.key()).isEmpty()) {
      return isCommunes(of(row));
    }
    Map<String, Object> values = row.values();
    List<@Nullable Object> names =
        Arrays.asList(
            values.get("authority"),
            values.get("agency"),
            values.get("deciding_body"),
            values.get("levels"));
    return known.computeIfAbsent(names, same -> isCommunes(of(row)));
  }

  /** True when the commune is competent. */
  static boolean isCommunes(@Nullable Competence competence) {
    return competence != null && competence.answer() == Answer.COMMUNE;
  }
}

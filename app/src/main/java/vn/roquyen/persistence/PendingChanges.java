package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.PENDING_CHANGE;

import java.util.Objects;
import org.jooq.DSLContext;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RecordedChange;
import vn.roquyen.domain.RowEdit;

/** Notes which changes wait for a second key, as the journal brings them. */
final class PendingChanges {
  private static final int VERDICT =
      Objects.requireNonNull(Entity.APPROVAL.column("verdict")).number();

  private final DSLContext dsl;

  PendingChanges(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Notes a proposal, or what a decision makes of one. */
  void note(RecordedChange change) {
    if (!change.proposed().isEmpty()) {
      dsl.insertInto(PENDING_CHANGE)
          .values(
              change.id().hex(),
              change.position(),
              change.authorKey(),
              change.time().packed(),
              change.proposed().size(),
              false)
          .execute();
    }
    for (RowEdit edit : change.edits()) {
      if (edit.known() == Entity.APPROVAL
          && ApprovalVerdict.APPROVED.text().equals(edit.fields().get(VERDICT))) {
        dsl.update(PENDING_CHANGE)
            .set(PENDING_CHANGE.APPROVED, true)
            .where(PENDING_CHANGE.ID.eq(edit.key()))
            .execute();
      }
    }
  }

  void clear() {
    dsl.deleteFrom(PENDING_CHANGE).execute();
  }
}

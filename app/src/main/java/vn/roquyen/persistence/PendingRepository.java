package vn.roquyen.persistence;

import static vn.roquyen.persistence.jooq.Tables.APPROVAL;
import static vn.roquyen.persistence.jooq.Tables.CHANGE_LOG;
import static vn.roquyen.persistence.jooq.Tables.PENDING_CHANGE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ApprovalVerdict;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ProposalState;
import vn.roquyen.domain.ReplicaId;

/** Reads which changes need a second key and what was decided on them. */
public final class PendingRepository {
  private final Database database;

  public PendingRepository(Database database) {
    this.database = database;
  }

  /**
   * A change that needs a second key.
   *
   * @param place of the change in the journal, where its edits are read
   * @param written by its author's clock, as far as it is believed
   * @param reason of the decision, or null
   */
  public record Pending(
      ChangeId id,
      int place,
      ReplicaId replica,
      long seq,
      String authorKey,
      String unit,
      String author,
      Instant written,
      ProposalState state,
      @Nullable String reason) {}

  /** All of them whose id begins so, in the order of the journal. */
  public List<Pending> startingWith(String prefix) {
    return database.read(
        dsl ->
            dsl.select(PENDING_CHANGE.fields())
                .select(CHANGE_LOG.REPLICA, CHANGE_LOG.SEQ, CHANGE_LOG.UNIT, CHANGE_LOG.AUTHOR)
                .select(APPROVAL.VERDICT, APPROVAL.REASON)
                .from(PENDING_CHANGE)
                .join(CHANGE_LOG)
                .on(CHANGE_LOG.PLACE.eq(PENDING_CHANGE.PLACE))
                .leftJoin(APPROVAL)
                .on(APPROVAL.ID.eq(PENDING_CHANGE.ID))
                .where(PENDING_CHANGE.ID.startsWith(prefix))
                .orderBy(PENDING_CHANGE.PLACE)
                .fetch(
                    row ->
                        new Pending(
                            new ChangeId(row.get(PENDING_CHANGE.ID)),
                            row.get(PENDING_CHANGE.PLACE),
                            new ReplicaId(row.get(CHANGE_LOG.REPLICA)),
                            row.get(CHANGE_LOG.SEQ),
                            row.get(PENDING_CHANGE.AUTHOR_KEY),
                            row.get(CHANGE_LOG.UNIT),
                            row.get(CHANGE_LOG.AUTHOR),
                            new Hlc(row.get(PENDING_CHANGE.WRITTEN)).instant(),
                            ProposalState.of(
                                row.get(PENDING_CHANGE.APPROVED),
                                ApprovalVerdict.of(row.get(APPROVAL.VERDICT))),
                            row.get(APPROVAL.REASON))));
  }
}

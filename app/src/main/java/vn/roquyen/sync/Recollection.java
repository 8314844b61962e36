package vn.roquyen.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;

/** Says who a folder is by the documents of its journal, all of them or those up to a past day. */
final class Recollection {
  private final Journal journal;
  private final KeyFolder keys;
  private final Consumer<Operation> rules;
  private final Membership.Tools tools;

  Recollection(Journal journal, KeyFolder keys, Consumer<Operation> rules, Clock wall) {
    this.journal = journal;
    this.keys = keys;
    this.rules = rules;
    this.tools = new Membership.Tools(new ChangeCodec(), wall, LocalReplica.SCHEMA);
  }

  /** Who the folder is by those documents; fills the chronicle with their changes. */
  @Nullable Membership of(List<ChangeId> documents, Chronicle changes) {
    Membership member = null;
    for (ChangeId next : documents) {
      SignedDocument document = journal.find(next);
      boolean begins = member != null || (document != null && document.kind() == DocumentKind.ROOT);
      if (document == null || !begins) {
        throw new Fault(FaultCode.JOURNAL_DAMAGED);
      }
      if (member == null) {
        member = founded(List.of(document));
      } else if (document.kind() == DocumentKind.CHANGE) {
        member.recall(tools.codec().read(document));
        changes.add(next);
      } else {
        member.trust().admit(document);
      }
    }
    if (member != null) {
      member.placeAll();
    }
    return member;
  }

  /** What was known at an instant, by the clock of this register. */
  KnownThen knownBy(Instant at, boolean asNow) {
    Chronicle then = new Chronicle(journal, tools.codec());
    Membership member = of(journal.idsBy(at), then);
    return new KnownThen(
        then.count(), position -> then.at(Objects.requireNonNull(member), position, null), asNow);
  }

  /** A trial over all that is trusted and known. */
  DryRun dryRun(Verifier.Past past) {
    Membership copy =
        Objects.requireNonNull(of(journal.ids(), new Chronicle(journal, tools.codec())));
    return new DryRun(copy.trust(), copy.history(), rules, past, copy::isOwn);
  }

  /** Who the folder is by the documents that found it. */
  Membership founded(List<SignedDocument> trusted) {
    return new Membership(trusted, keys, rules, tools);
  }
}

package vn.roquyen.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.LinkPace;
import vn.roquyen.domain.OutboxState;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.sync.History;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;
import vn.roquyen.sync.Speaker;
import vn.roquyen.sync.remote.Backoff;
import vn.roquyen.sync.remote.Exchange;
import vn.roquyen.sync.remote.Memory;
import vn.roquyen.sync.remote.Remote;
import vn.roquyen.sync.remote.RemoteFailure;
import vn.roquyen.sync.remote.Tally;
import vn.roquyen.sync.remote.Watcher;

/**
 * Exchanges with the shared stores, one round at a time, and knows of each store how it stands and
 * when it is tried again. What waits to be sent follows from the journal, never from a list of its
 * own.
 */
public final class SyncService {

  /**
   * Own changes that are not in a store yet.
   *
   * @param bytes without what it takes to send them
   * @param expected how long they will take at the pace of that store
   */
  public record Outgoing(long files, long bytes, Duration expected) {}

  /**
   * How it stands with a store.
   *
   * @param outgoing own changes that are not in it yet
   * @param received own changes that the province says it has
   * @param lastSuccess null when no round ever came to its end
   * @param register when a publisher last said how far the register reaches; null when unknown
   * @param nextTry when it is tried again by itself; null when at the next round
   */
  public record Standing(
      StoreService.Store store,
      RemoteState state,
      List<String> arguments,
      Outgoing outgoing,
      long stored,
      long received,
      @Nullable Instant lastSuccess,
      @Nullable Instant register,
      @Nullable Instant nextTry) {

    /** How many own changes are not in it yet. */
    public long waiting() {
      return outgoing.files();
    }
  }

  /** What a person is told about one file or object of a round. */
  public record Note(String replica, String messageKey, List<String> arguments) {}

  /** What one round has moved. */
  public record Round(
      String store,
      RemoteState state,
      List<String> arguments,
      @Nullable Duration retryIn,
      long sent,
      long fetched,
      long applied,
      long held,
      long refused,
      List<Note> notes) {}

  private record Failure(RemoteState state, List<String> arguments, Instant nextTry) {}

  /** More files are reckoned like these. */
  private static final long MOST_WEIGHED = 1_000;

  private final LocalReplica replica;
  private final StoreService stores;
  private final Ledger ledger;
  private final ReplicaParty party;
  private final Clock clock;
  private final Map<String, Failure> failures = new ConcurrentHashMap<>();
  private final Map<String, Backoff> backoffs = new ConcurrentHashMap<>();
  private volatile @Nullable Remote underWay;

  public SyncService(LocalReplica replica, Ledger ledger, StoreService stores, Clock clock) {
    this.replica = replica;
    this.stores = stores;
    this.ledger = ledger;
    this.party = new ReplicaParty(replica, ledger, clock);
    this.clock = clock;
  }

  /**
   * Makes one round with a store. What stands in the way is part of the answer, not an exception.
   *
   * @param thorough to ask for everything, as when a person has pressed the button
   * @throws vn.roquyen.domain.Fault REMOTE_UNKNOWN, KEY_PENDING, CANCELLED
   */
  public Round round(String name, boolean thorough, Progress progress) {
    Exchange.Kind kind = new Exchange.Kind(thorough, stores.find(name).metered());
    return visit(name, progress, exchange -> exchange.round(kind, watcher(progress)));
  }

  /**
   * Puts into a store what this folder has written, and takes nothing from it.
   *
   * @throws vn.roquyen.domain.Fault REMOTE_UNKNOWN, KEY_PENDING, CANCELLED
   */
  public Round send(String name, Progress progress) {
    stores.find(name);
    return visit(name, progress, exchange -> exchange.send(watcher(progress)));
  }

  private synchronized Round visit(String name, Progress progress, Function<Exchange, Tally> work) {
    try (Remote remote = stores.open(name)) {
      underWay = remote;
      Tally tally = work.apply(new Exchange(remote, party, memory(name), stores.parts(name)));
      failures.remove(name);
      backoff(name).succeeded();
      return round(name, RemoteState.READY, List.of(), null, tally);
    } catch (RemoteFailure failure) {
      return failed(name, failure, progress);
    } catch (Fault fault) {
      if (fault.code() != FaultCode.DISK_FULL) {
        throw fault;
      }
      return failed(name, new RemoteFailure(RemoteState.DISK_FULL, fault, name), progress);
    } finally {
      underWay = null;
    }
  }

  private Round failed(String name, RemoteFailure failure, Progress progress) {
    if (progress.cancelled()) {
      throw new Fault(FaultCode.CANCELLED, failure);
    }
    Duration wait = backoff(name).afterFailure(failure.retryAfter());
    Instant next = clock.instant().plus(wait);
    failures.put(name, new Failure(failure.state(), failure.arguments(), next));
    Duration retry = failure.state().passes() ? wait : null;
    return round(name, failure.state(), failure.arguments(), retry, new Tally());
  }

  /**
   * Ends the round under way without waiting for a network that does not answer. Only for a round
   * whose progress says that it is cancelled; what was moved stays moved.
   */
  public void breakOff() {
    Remote remote = underWay;
    if (remote != null) {
      remote.close();
    }
  }

  /** When a head of a publisher that any store has shown was signed; null when none was seen. */
  public @Nullable Instant heardInStores() {
    return stores.all().stream()
        .mapToLong(store -> stores.memory(store.name()).newestPublisher())
        .filter(millis -> millis > 0)
        .max()
        .stream()
        .mapToObj(Instant::ofEpochMilli)
        .findFirst()
        .orElse(null);
  }

  /** How it stands with each store, without asking any. */
  public List<Standing> standings() {
    return stores.all().stream().map(this::standing).toList();
  }

  /** How many of the own changes have come how far, each counted where it has come farthest. */
  public Map<OutboxState, Long> outbox() {
    Membership member = replica.membership();
    Speaker speaker = member == null ? null : member.speaker();
    long count = speaker == null ? 0 : written(speaker);
    long stored = 0;
    long received = 0;
    List<StoreService.Store> all = stores.all();
    for (StoreService.Store store : all) {
      Memory memory = memory(store.name());
      stored = Math.max(stored, Math.min(count, memory.stored()));
      received = Math.max(received, Math.min(count, memory.received()));
    }
    Map<OutboxState, Long> outbox = new EnumMap<>(OutboxState.class);
    long open = replica.isOpen() ? 1 : 0;
    if (open > 0) {
      outbox.put(OutboxState.RECORDED, open);
    }
    outbox.put(
        all.isEmpty() ? OutboxState.SEALED : OutboxState.QUEUED,
        count - Math.max(stored, received) - open);
    outbox.put(OutboxState.STORED, Math.max(0, stored - received));
    outbox.put(OutboxState.RECEIVED, received);
    return outbox;
  }

  /** The network, or what is plugged in, is another now: no need to wait any longer. */
  void connectionChanged() {
    failures.clear();
    backoffs.values().forEach(Backoff::succeeded);
  }

  private Standing standing(StoreService.Store store) {
    Memory memory = memory(store.name());
    Failure failure = failures.get(store.name());
    return new Standing(
        store,
        failure == null ? RemoteState.READY : failure.state(),
        failure == null ? List.of() : failure.arguments(),
        outgoing(store, memory),
        memory.stored(),
        memory.received(),
        time(memory.lastSuccess()),
        time(memory.newestPublisher()),
        failure == null || !failure.state().passes() ? null : failure.nextTry());
  }

  private Outgoing outgoing(StoreService.Store store, Memory memory) {
    Membership member = replica.membership();
    Speaker speaker = member == null ? null : member.speaker();
    if (member == null || speaker == null) {
      return new Outgoing(0, 0, Duration.ZERO);
    }
    long first = memory.stored();
    long files = Math.max(0, written(speaker) - first);
    long weighed = Math.min(files, MOST_WEIGHED);
    long bytes = 0;
    synchronized (ledger) {
      for (long seq = first; seq < first + weighed; seq++) {
        History.Entry entry = member.history().at(speaker.replica(), seq);
        bytes += entry == null ? 0 : replica.document(entry.id()).encoded().length;
      }
    }
    long all = weighed == 0 ? 0 : bytes * files / weighed;
    LinkPace measured = memory.pace();
    LinkPace unmeasured = store.isFolder() ? LinkPace.FOLDER : LinkPace.SLOWEST;
    return new Outgoing(
        files, all, (measured == null ? unmeasured : measured).expected(files, all));
  }

  /** How many changes this folder has written, the open one with them. */
  private long written(Speaker speaker) {
    synchronized (ledger) {
      Membership member = replica.membership();
      History.Entry tip = member == null ? null : member.history().tip(speaker.replica());
      return tip == null ? 0 : tip.seq() + 1;
    }
  }

  private Memory memory(String store) {
    return stores.memory(store).of(replica.id());
  }

  private static @Nullable Instant time(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private Backoff backoff(String name) {
    return backoffs.computeIfAbsent(name, each -> new Backoff(new SecureRandom()));
  }

  private static Round round(
      String name,
      RemoteState state,
      List<String> arguments,
      @Nullable Duration retryIn,
      Tally tally) {
    return new Round(
        name,
        state,
        arguments,
        retryIn,
        tally.sent(),
        tally.fetched(),
        tally.applied(),
        tally.held(),
        tally.refused(),
        tally.notes().stream().map(SyncService::note).toList());
  }

  private static Note note(Tally.Note note) {
    RemoteState state = note.state();
    String key =
        note.reason() != null
            ? note.reason().messageKey()
            : (state == null ? RemoteState.ANSWER_UNKNOWN : state).messageKey();
    return new Note(note.replica().toString(), key, note.arguments());
  }

  private static Watcher watcher(Progress progress) {
    return new Watcher() {
      @Override
      public void sending(long done, long total) {
        progress.at(Progress.Phase.SEND, done, total);
      }

      @Override
      public void fetching(long done, long total) {
        progress.at(Progress.Phase.FETCH, done, total);
      }

      @Override
      public boolean cancelled() {
        return progress.cancelled();
      }
    };
  }
}

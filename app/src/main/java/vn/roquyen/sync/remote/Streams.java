package vn.roquyen.sync.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.sync.Parcel;
import vn.roquyen.sync.Reason;
import vn.roquyen.sync.Reception;
import vn.roquyen.sync.Refusal;

/** Fetches changes by their numbers, and by name whatever else turns out to be needed for them. */
final class Streams {
  /** So many changes are fetched before they are taken in together. */
  private static final int AT_ONCE = 64;

  private final Visit visit;
  private final Map<ReplicaId, Long> wanted = new LinkedHashMap<>();
  private final Set<ReplicaId> stopped = new HashSet<>();
  private final Set<String> missing = new HashSet<>();
  private long done;

  Streams(Visit visit) {
    this.visit = visit;
  }

  void fetch(ReplicaId replica, long until) {
    fetch(Map.of(replica, until));
  }

  /** Fetches streams up to those numbers. */
  void fetch(Map<ReplicaId, Long> targets) {
    wanted.putAll(targets);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (ReplicaId replica : List.copyOf(wanted.keySet())) {
        moved |= advance(replica);
      }
    }
  }

  private boolean advance(ReplicaId replica) {
    Party party = visit.party();
    long start = party.count(replica);
    long next = start;
    while (next < wanted.getOrDefault(replica, 0L) && !stopped.contains(replica)) {
      visit.pause();
      List<byte[]> files = next(replica, next);
      if (files.isEmpty()) {
        break;
      }
      take(replica, files);
      if (party.count(replica) <= next) {
        break;
      }
      next = party.count(replica);
    }
    return next > start;
  }

  /** The next changes of a stream: a pack where one fits, else one by one. */
  private List<byte[]> next(ReplicaId replica, long from) {
    long until = wanted.getOrDefault(replica, 0L);
    for (int i = Sending.PACKS.length - 1; i >= 0; i--) {
      int size = Sending.PACKS[i];
      if (from % size == 0 && until - from >= size) {
        List<byte[]> pack = pack(visit.layout().pack(replica, from, size));
        if (pack.size() == size) {
          return pack;
        }
      }
    }
    List<byte[]> files = new ArrayList<>();
    for (long seq = from; seq < until && files.size() < AT_ONCE; seq++) {
      visit.pause();
      String name = visit.layout().change(replica, seq);
      byte[] file = small(replica, name);
      if (stopped.contains(replica)) {
        break;
      }
      if (file == null) {
        // The head came before the change did: a store that is still being carried over.
        visit.tally().note(replica, RemoteState.REPLICATING, name);
        stopped.add(replica);
        break;
      }
      files.add(file);
    }
    return files;
  }

  /** A change; one that is too large for now stops its stream. */
  private byte @Nullable [] small(ReplicaId replica, String name) {
    try {
      return visit.download().whole(name);
    } catch (RemoteFailure large) {
      if (large.state() != RemoteState.LARGE_WAITS) {
        throw large;
      }
      visit.tally().note(replica, RemoteState.LARGE_WAITS, name);
      stopped.add(replica);
      return null;
    }
  }

  private byte @Nullable [] smallPack(String name) {
    try {
      return missing.contains(name) ? null : visit.download().whole(name);
    } catch (RemoteFailure large) {
      if (large.state() != RemoteState.LARGE_WAITS) {
        throw large;
      }
      return null;
    }
  }

  /** Whoever packed it: what does not read like a pack is passed over, its changes come singly. */
  private List<byte[]> pack(String name) {
    List<byte[]> files = new ArrayList<>();
    byte[] pack = smallPack(name);
    if (pack == null) {
      missing.add(name);
      return files;
    }
    try {
      Parcel.of(pack).forEach(files::add);
    } catch (IOException | Refusal spoilt) {
      missing.add(name);
      files.clear();
    }
    return files;
  }

  private void take(ReplicaId replica, List<byte[]> files) {
    List<List<Reception>> answers = visit.party().receive(files);
    List<byte[]> again = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Reception answer = answers.get(i).getFirst();
      String lacks = lacking(answer);
      if (lacks != null && new Certificates(visit).fetch(lacks)) {
        again.add(files.get(i));
      } else {
        note(replica, answer);
      }
    }
    for (List<Reception> late :
        again.isEmpty() ? List.<List<Reception>>of() : visit.party().receive(again)) {
      note(replica, late.getFirst());
    }
    done += files.size();
    visit.tally().fetched(files.size());
    visit.watcher().fetching(done, Math.max(done, left()));
  }

  private long left() {
    return done
        + wanted.entrySet().stream()
            .mapToLong(each -> Math.max(0, each.getValue() - visit.party().count(each.getKey())))
            .sum();
  }

  private static @Nullable String lacking(Reception answer) {
    return answer instanceof Reception.Held held && held.reason() == Reason.CERTIFICATE_UNKNOWN
        ? held.arguments().getFirst()
        : null;
  }

  private void note(ReplicaId replica, Reception answer) {
    if (answer instanceof Reception.Held held && held.reason() == Reason.DEPENDENCY_MISSING) {
      long seq = Long.parseLong(held.arguments().get(0));
      wanted.merge(ReplicaId.parse(held.arguments().get(1)), seq + 1, Math::max);
    } else if (!(answer instanceof Reception.Held waits && waits.reason() == Reason.GAP)) {
      visit.tally().count(replica, answer);
    }
    if (answer instanceof Reception.Refused) {
      stopped.add(replica);
    }
  }
}

package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.sync.SignedDocument;
import vn.roquyen.sync.Speaker;
import vn.roquyen.sync.TrustDocument;

/**
 * One round of exchange with one store: what is own goes out, what one follows comes in, and the
 * own head is put last. May break off anywhere and be repeated any number of times.
 */
public final class Exchange {
  /** After so long a quick round becomes a thorough one: books, roots and all heads are read. */
  private static final Duration THOROUGH = Duration.ofHours(6);

  /**
   * What a round may do.
   *
   * @param thorough to ask for everything, not only for what changes most often
   * @param metered to move nothing that can wait for a cheaper connection: what is small goes, the
   *     own first; what is large, snapshots and what came by other ways stay
   */
  public record Kind(boolean thorough, boolean metered) {}

  private final Remote remote;
  private final Party party;
  private final Memory memory;
  private final Path parts;

  /**
   * An exchange.
   *
   * @param parts folder for what was fetched in part
   */
  public Exchange(Remote remote, Party party, Memory memory, Path parts) {
    this.remote = remote;
    this.party = party;
    this.memory = memory;
    this.parts = parts;
  }

  /**
   * Makes one round.
   *
   * @throws RemoteFailure with the state of the store; what was moved before stays moved
   * @throws vn.roquyen.domain.Fault CANCELLED and those of receiving
   */
  public Tally round(Kind kind, Watcher watcher) {
    Visit visit = visit(watcher, kind.metered() ? Layout.LARGE : Layout.MAX_OBJECT);
    long now = party.now().millis();
    boolean thorough = kind.thorough() || now - memory.number("thorough", 0) > THOROUGH.toMillis();
    try {
      prepare(visit);
      Sending sending = new Sending(visit, kind.metered());
      sending.own();
      new Fetching(visit, kind.metered()).all(thorough);
      sending.afterFetching(kind.metered());
      sending.head();
      memory.put("success", now);
      if (thorough) {
        memory.put("thorough", now);
      }
      return visit.tally();
    } finally {
      keepMemory();
    }
  }

  /**
   * Puts into the store what this folder has written, and asks for nothing else.
   *
   * @throws RemoteFailure with the state of the store
   */
  public Tally send(Watcher watcher) {
    Visit visit = visit(watcher, Layout.MAX_OBJECT);
    try {
      prepare(visit);
      Sending sending = new Sending(visit, false);
      sending.own();
      sending.head();
      return visit.tally();
    } finally {
      keepMemory();
    }
  }

  private void keepMemory() {
    memory.putOpen(remote.isOpen());
    memory.save();
  }

  private Visit visit(Watcher watcher, int most) {
    Speaker speaker = party.speaker();
    if (speaker != null) {
      memory.of(speaker.replica());
    }
    return new Visit(
        remote,
        new Layout(party.trust().root().space()),
        party,
        memory,
        new Download(remote, parts, most),
        watcher,
        new Tally());
  }

  /**
   * Makes sure that the store can be used and is of this space, without touching one that is not.
   */
  private void prepare(Visit visit) {
    Remote.Abilities known = memory.abilities();
    if (known != null) {
      remote.recall(known);
    }
    if (memory.isKnown()) {
      return;
    }
    String space = party.trust().root().space();
    byte[] marker = visit.download().whole(Layout.MARKER);
    if (marker != null && !space.equals(new String(marker, StandardCharsets.US_ASCII).strip())) {
      throw new RemoteFailure(RemoteState.FOREIGN, printable(marker));
    }
    if (known == null) {
      memory.put(remote.probe());
    }
    if (marker == null) {
      if (party.speaker() == null) {
        throw new RemoteFailure(RemoteState.REPLICATING, Layout.MARKER);
      }
      remote.create(Layout.MARKER, space.getBytes(StandardCharsets.US_ASCII));
    }
    memory.put("known", 1);
  }

  /**
   * Whether a space has used a store before; nothing is changed.
   *
   * @throws RemoteFailure FOREIGN when another space uses it, and that of the store
   */
  public static boolean isUsed(Remote remote, String space) {
    if (!(remote.open(Layout.MARKER, 0, null) instanceof Answer.Found found)) {
      return false;
    }
    try (InputStream content = found.content()) {
      byte[] marker = content.readNBytes(2 * space.length());
      if (!space.equals(new String(marker, StandardCharsets.US_ASCII).strip())) {
        throw new RemoteFailure(RemoteState.FOREIGN, printable(marker));
      }
      return true;
    } catch (IOException cut) {
      throw new RemoteFailure(RemoteState.CUT, cut, Layout.MARKER);
    }
  }

  /**
   * Looks whether a store in which nothing is found any more is still the one that it was.
   *
   * @throws RemoteFailure EMPTIED, FOREIGN
   */
  static void recognise(Visit visit, String where) {
    byte[] marker = visit.download().whole(Layout.MARKER);
    if (marker == null) {
      throw new RemoteFailure(RemoteState.EMPTIED, where);
    }
    String space = visit.party().trust().root().space();
    if (!space.equals(new String(marker, StandardCharsets.US_ASCII).strip())) {
      throw new RemoteFailure(RemoteState.FOREIGN, printable(marker));
    }
  }

  /** Where a document of trust lies. */
  static String name(Layout layout, TrustDocument trusted) {
    SignedDocument document = trusted.document();
    return switch (document.kind()) {
      case ROOT -> layout.root(trusted.number());
      case CERTIFICATE -> layout.certificate(trusted.owner());
      default -> layout.revocation(issuer(trusted.owner()), trusted.number());
    };
  }

  static String issuer(String brief) {
    return brief.isEmpty() ? "root" : brief;
  }

  /** What a stranger wrote into a marker may be anything. */
  private static String printable(byte[] marker) {
    String text = new String(marker, 0, Math.min(marker.length, 32), StandardCharsets.US_ASCII);
    return text.replaceAll("[^0-9a-f]", "?");
  }
}

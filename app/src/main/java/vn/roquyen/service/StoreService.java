package vn.roquyen.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.platform.StoresFile;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;
import vn.roquyen.sync.remote.Exchange;
import vn.roquyen.sync.remote.Memory;
import vn.roquyen.sync.remote.Remote;
import vn.roquyen.sync.remote.RemoteAddress;
import vn.roquyen.sync.remote.RemoteFailure;

/** The shared stores of this folder: adds, names, tries and removes them. */
public final class StoreService {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");

  /**
   * How to get into a store.
   *
   * @param user or access key; null for none
   * @param authorities file with the certificates that the server is trusted by; null for the
   *     system's
   */
  public record Login(
      @Nullable String user, @Nullable String password, @Nullable Path authorities) {
    public static final Login NONE = new Login(null, null, null);
  }

  /** A store by its name; the address is without password. */
  public record Store(String name, String address, @Nullable String user, boolean metered) {

    /** True when it is a folder of this machine or a stick, which costs no network. */
    public boolean isFolder() {
      return address.startsWith("folder:");
    }
  }

  private final Path folder;
  private final LocalReplica replica;
  private final StoresFile file;
  private final Clock clock;

  /**
   * The stores of a data folder.
   *
   * @param folder where they are kept
   * @param replica whose space the stores are of
   */
  public StoreService(Path folder, LocalReplica replica, Clock clock) {
    this.folder = folder;
    this.replica = replica;
    this.file = new StoresFile(folder.resolve("stores.properties"));
    this.clock = clock;
  }

  /**
   * Adds a store, or gives the same one another login. It is not asked for anything yet.
   *
   * @throws Fault REMOTE_NAME, REMOTE_TAKEN, REMOTE_ADDRESS, REMOTE_CERTIFICATES
   */
  public Store add(String name, String address, Login login, boolean metered) {
    Map<String, String> values = without(name);
    RemoteAddress whole =
        RemoteAddress.of(address, login.user(), login.password(), pem(login, address));
    refuseTaken(name, whole.address());
    return keep(name, whole, metered, values);
  }

  /**
   * Adds a store, or changes the one of that name. A password that is not given stays as long as
   * address and user do: it is never sent to another server.
   *
   * @param isNew true when no store of that name is meant to be there
   * @throws Fault REMOTE_NAME, REMOTE_TAKEN, REMOTE_ADDRESS, REMOTE_CERTIFICATES
   */
  public Store save(StoreDraft draft, boolean isNew) {
    if (isNew) {
      refuseTaken(draft.name(), "");
    }
    return keep(draft.name(), whole(draft), draft.metered(), without(draft.name()));
  }

  /** A slip of the pen must not point a store somewhere else. */
  private void refuseTaken(String name, String address) {
    for (Store store : all()) {
      if (store.name().equals(name) && !store.address().equals(address)) {
        throw new Fault(FaultCode.REMOTE_TAKEN, name, store.address());
      }
    }
  }

  /**
   * Says whether what a store is reached over is paid for by its volume.
   *
   * @throws Fault REMOTE_UNKNOWN
   */
  public void setMetered(String name, boolean metered) {
    find(name);
    Map<String, String> values = file.load();
    values.remove(name + ".metered");
    put(values, name, "metered", metered ? "yes" : null);
    file.save(values);
  }

  private Store keep(
      String name, RemoteAddress whole, boolean metered, Map<String, String> values) {
    if (!NAME.matcher(name).matches()) {
      throw new Fault(FaultCode.REMOTE_NAME, name);
    }
    whole.open(clock).close();
    boolean same = whole.address().equals(file.load().get(name + ".address"));
    put(values, name, "address", whole.address());
    put(values, name, "user", whole.user());
    put(values, name, "password", whole.password());
    put(values, name, "certificates", whole.certificates());
    put(values, name, "metered", metered ? "yes" : null);
    file.save(values);
    if (!same) {
      memory(name).forget();
    }
    return new Store(name, whole.address(), whole.user(), metered);
  }

  private RemoteAddress whole(StoreDraft draft) {
    Map<String, String> kept = file.load();
    String address = draft.address();
    String user = draft.user().isBlank() ? null : draft.user().strip();
    String pem = pem(new Login(null, null, draft.authorities()), address);
    boolean same =
        address.equals(kept.get(draft.name() + ".address"))
            && Objects.equals(user, kept.get(draft.name() + ".user"));
    String password = draft.password();
    return RemoteAddress.of(
        address,
        user,
        !password.isEmpty() ? password : same ? kept.get(draft.name() + ".password") : null,
        pem != null ? pem : same ? kept.get(draft.name() + ".certificates") : null);
  }

  /** All stores, by name. */
  public List<Store> all() {
    Map<String, String> values = file.load();
    List<Store> stores = new ArrayList<>();
    values.forEach(
        (key, address) -> {
          if (key.endsWith(".address")) {
            String name = key.substring(0, key.lastIndexOf('.'));
            boolean metered = values.containsKey(name + ".metered");
            stores.add(new Store(name, address, values.get(name + ".user"), metered));
          }
        });
    return stores;
  }

  /**
   * The store of that name.
   *
   * @throws Fault REMOTE_UNKNOWN
   */
  public Store find(String name) {
    return all().stream()
        .filter(store -> store.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Fault(FaultCode.REMOTE_UNKNOWN, name));
  }

  /**
   * Forgets a store; what lies in it is not touched.
   *
   * @throws Fault REMOTE_UNKNOWN
   */
  public void remove(String name) {
    find(name);
    file.save(without(name));
    memory(name).forget();
  }

  /** Whose a store is. */
  public enum Content {
    /** Nobody has used it yet. */
    NEW,
    /** It is of this folder's space. */
    OURS
  }

  /**
   * How a store works.
   *
   * @param way in which it protects what is in it
   * @param ranges whether a broken download goes on where it broke
   * @param conditions whether an unchanged object costs no content
   * @param open whether anybody may read it; it is then read without a signature
   */
  public record Found(
      String way, boolean ranges, boolean conditions, boolean open, Content content) {}

  /** What trying a store has found; nothing when it cannot be used. */
  public record Checked(
      Store store, RemoteState state, List<String> arguments, @Nullable Found found) {}

  /**
   * Tries a store: whether it can be reached, protects what is in it, and how.
   *
   * @throws Fault REMOTE_UNKNOWN
   */
  public Checked check(String name) {
    Checked checked = check(find(name), open(name));
    Memory memory = memory(name);
    if (checked.found() != null && memory.isKnown()) {
      memory.putOpen(checked.found().open());
      memory.save();
    }
    return checked;
  }

  /**
   * Tries a store before it is added; nothing is kept.
   *
   * @throws Fault REMOTE_ADDRESS, REMOTE_CERTIFICATES
   */
  public Checked check(StoreDraft draft) {
    RemoteAddress whole = whole(draft);
    Store store = new Store(draft.name(), whole.address(), whole.user(), draft.metered());
    return check(store, whole.open(clock));
  }

  private Checked check(Store store, Remote opened) {
    try (Remote remote = opened) {
      Content content = content(store, remote);
      Remote.Abilities can = remote.probe();
      Found found =
          new Found(can.way().name(), can.ranges(), can.conditions(), can.open(), content);
      return new Checked(store, RemoteState.READY, List.of(), found);
    } catch (RemoteFailure failure) {
      return new Checked(store, failure.state(), failure.arguments(), null);
    }
  }

  /** A store that held something before and holds nothing now is not a new one. */
  private Content content(Store store, Remote remote) {
    Membership member = replica.membership();
    if (member != null && Exchange.isUsed(remote, member.trust().root().space())) {
      return Content.OURS;
    }
    boolean same = store.address().equals(file.load().get(store.name() + ".address"));
    if (same && memory(store.name()).isKnown()) {
      throw new RemoteFailure(RemoteState.EMPTIED, store.address());
    }
    return Content.NEW;
  }

  Remote open(String name) {
    Map<String, String> values = file.load();
    return new RemoteAddress(
            find(name).address(),
            values.get(name + ".user"),
            values.get(name + ".password"),
            values.get(name + ".certificates"))
        .open(clock);
  }

  Memory memory(String name) {
    return new Memory(folder.resolve("store-" + name + ".properties"));
  }

  Path parts(String name) {
    return folder.resolve("parts-" + name);
  }

  private Map<String, String> without(String name) {
    Map<String, String> values = new TreeMap<>(file.load());
    values.keySet().removeIf(key -> key.substring(0, key.lastIndexOf('.')).equals(name));
    return values;
  }

  private static void put(
      Map<String, String> values, String name, String what, @Nullable String value) {
    if (value != null) {
      values.put(name + "." + what, value);
    }
  }

  private static @Nullable String pem(Login login, String address) {
    Path authorities = login.authorities();
    try {
      return authorities == null ? null : Files.readString(authorities, StandardCharsets.US_ASCII);
    } catch (IOException failure) {
      throw new Fault(FaultCode.REMOTE_CERTIFICATES, failure, address);
    }
  }
}

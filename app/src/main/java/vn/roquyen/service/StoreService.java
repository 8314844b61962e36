package vn.roquyen.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RemoteState;
import vn.roquyen.platform.StoresFile;
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
  private final StoresFile file;
  private final Clock clock;

  /**
   * The stores of a data folder.
   *
   * @param folder where they are kept
   */
  public StoreService(Path folder, Clock clock) {
    this.folder = folder;
    this.file = new StoresFile(folder.resolve("stores.properties"));
    this.clock = clock;
  }

  /**
   * Adds a store, or puts another in its place. It is not asked for anything yet.
   *
   * @throws Fault USAGE for a name that is none, REMOTE_ADDRESS, REMOTE_CERTIFICATES
   */
  public Store add(String name, String address, Login login, boolean metered) {
    if (!NAME.matcher(name).matches()) {
      throw new Fault(FaultCode.USAGE, name, "remote add");
    }
    RemoteAddress whole =
        RemoteAddress.of(address, login.user(), login.password(), pem(login, address));
    whole.open(clock).close();
    Map<String, String> values = without(name);
    put(values, name, "address", whole.address());
    put(values, name, "user", whole.user());
    put(values, name, "password", whole.password());
    put(values, name, "certificates", whole.certificates());
    put(values, name, "metered", metered ? "yes" : null);
    file.save(values);
    memory(name).forget();
    return new Store(name, whole.address(), whole.user(), metered);
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

  /** What trying a store has found; the way is null when it cannot be used. */
  public record Checked(
      Store store, RemoteState state, List<String> arguments, @Nullable String way) {}

  /**
   * Tries a store: whether it can be reached, protects what is in it, and how.
   *
   * @throws Fault REMOTE_UNKNOWN
   */
  public Checked check(String name) {
    Store store = find(name);
    try (Remote remote = open(name)) {
      Remote.Abilities abilities = remote.probe();
      return new Checked(store, RemoteState.READY, List.of(), abilities.way().name());
    } catch (RemoteFailure failure) {
      return new Checked(store, failure.state(), failure.arguments(), null);
    }
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

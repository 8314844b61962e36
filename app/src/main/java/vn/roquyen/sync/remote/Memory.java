package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.LinkPace;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.platform.AtomicFile;

/**
 * What this folder remembers of a store, so that it asks for nothing twice. Losing it costs a few
 * requests and nothing else: all of it can be seen in the store again.
 */
public final class Memory {
  private static final String SELF = "self";
  private static final String OPEN = "open";

  private final Path file;
  private final Map<String, String> values = new TreeMap<>();

  public Memory(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      Properties read = new Properties();
      try {
        read.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
      } catch (IOException | IllegalArgumentException spoilt) {
        read.clear();
      }
      read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
    }
  }

  /** The same for another replica begins anew: what was stored and received is not its own. */
  public Memory of(ReplicaId replica) {
    if (!replica.toString().equals(values.get(SELF))) {
      if (values.containsKey(SELF)) {
        values.clear();
      }
      values.put(SELF, replica.toString());
    }
    return this;
  }

  /** Makes it lasting. */
  public void save() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> text.append(name).append('=').append(escaped(value)).append('\n'));
    AtomicFile.write(file, text.toString());
  }

  /** Forgets the store, for one that takes its place. */
  public void forget() {
    values.clear();
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new Fault(FaultCode.DATA_FOLDER_READ_ONLY, failure, file.toString());
    }
  }

  /** True when the store was used before. */
  public boolean isKnown() {
    return number("known", 0) == 1;
  }

  /** How many own changes the store holds. */
  public long stored() {
    return number("stored", 0);
  }

  /** How many own changes the hub has received. */
  public long received() {
    return number("received", 0);
  }

  /** When the last round came to its end, in milliseconds; 0 for never. */
  public long lastSuccess() {
    return number("success", 0);
  }

  /** When the newest head of a publisher was signed, in milliseconds; 0 for none. */
  public long newestPublisher() {
    return number("publisher", 0);
  }

  /** How many replicas have signed the store's book, as far as it was read. */
  public int members() {
    return (int) number("members", 0);
  }

  /** How fast the store took the last files; null when none was sent yet. */
  public @Nullable LinkPace pace() {
    try {
      String share = values.get("pace");
      return share == null ? null : new LinkPace(Double.parseDouble(share));
    } catch (IllegalArgumentException spoilt) {
      return null;
    }
  }

  void put(LinkPace pace) {
    put("pace", Double.toString(pace.share()));
  }

  long number(String name, long otherwise) {
    try {
      return Long.parseLong(values.getOrDefault(name, ""));
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }

  void put(String name, long value) {
    values.put(name, Long.toString(value));
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  void put(String name, @Nullable String value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  /** The members whose heads were seen, with the roles and unit of each. */
  List<ReplicaId> known() {
    return values.keySet().stream()
        .filter(name -> name.startsWith("roles."))
        .map(name -> ReplicaId.parse(name.substring("roles.".length())))
        .toList();
  }

  Remote.@Nullable Abilities abilities() {
    String way = values.get("way");
    try {
      return way == null
          ? null
          : new Remote.Abilities(
              Remote.Way.valueOf(way),
              number("ranges", 0) == 1,
              number("conditions", 0) == 1,
              number(OPEN, 0) == 1);
    } catch (IllegalArgumentException spoilt) {
      return null;
    }
  }

  void put(Remote.Abilities abilities) {
    put("way", abilities.way().name());
    put("ranges", abilities.ranges() ? 1 : 0);
    put("conditions", abilities.conditions() ? 1 : 0);
    putOpen(abilities.open());
  }

  /** Whether the store is still read without saying who reads. */
  public void putOpen(boolean open) {
    put(OPEN, open ? 1 : 0);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}

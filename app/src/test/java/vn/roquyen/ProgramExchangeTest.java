package vn.roquyen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.sync.Forged;
import vn.roquyen.sync.remote.RealServer;

/**
 * The exchange from end to end as its users have it: real processes, the command line, servers that
 * others wrote. Publisher, commune and hub end with equal digests by every way; what nobody may
 * write is refused with its reason and changes nothing.
 */
@Tag("program")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProgramExchangeTest {
  private static final String FIELD = "dao-tao-boi-duong";

  @TempDir static Path root;
  private static Path publisher;
  private static Path commune;
  private static Path hub;
  private static int edits;
  private static String last = "";

  @BeforeAll
  static void init() throws Exception {
    publisher = init("Tỉnh", "publisher", "tinh");
    commune = init("Xã Mường Nhé", "commune", "03160");
    hub = init("Kho", "hub", "tinh");
  }

  @Test
  @Order(1)
  void byFolderOfFilesAndByParcelTheyEndAlike() throws Exception {
    for (String out : List.of("USB", "thư.rqp")) {
      edit();
      Path files = root.resolve(out);
      ProgramRun.ok(publisher, "export", "--out", files.toString());
      for (Path each : List.of(commune, hub)) {
        ProgramRun.ok(each, "apply", files.toString());
      }
      assertAlike();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "nginx", "apache", "s3"})
  @Order(2)
  void byASharedStoreTheyEndAlikeAndALaptopThatBeginsToo(String kind) throws Exception {
    if (kind.equals("folder")) {
      Path shared = Files.createDirectories(root.resolve("ổ chung"));
      exchange(kind, "folder:" + shared);
      try (Stream<Path> all = Files.walk(shared)) {
        assertThat(all.filter(each -> each.getParent().endsWith("s")))
            .as("the hub's snapshot")
            .isNotEmpty();
      }
      return;
    }
    try (RealServer server = server(kind)) {
      exchange(kind, server.address());
    }
  }

  @Test
  @Order(3)
  void whatNobodyMayWriteIsRefusedWithItsReasonAndChangesNothing() throws Exception {
    Path known = root.resolve("đã nhận.rqp");
    ProgramRun.ok(commune, "note", "add", FIELD, "--text", "Trước đó");
    ProgramRun.ok(commune, "export", "--out", known.toString());
    ProgramRun.ok(publisher, "apply", known.toString());
    Path stranger = root.resolve("người lạ");
    ProgramRun.ok(stranger, "init", "--from", System.getProperty("roquyen.sample"));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("NOT_ALLOWED, the register", Forged.change(commune, List.of(rename())));
    files.put("NOT_ALLOWED, another unit", Forged.change(commune, List.of(note("03127/khác"))));
    files.put("SPACE_FOREIGN, a stranger", Forged.change(stranger, List.of(rename())));
    files.put("NOT_A_CHANGE_FILE, a portal", "<html>Đăng nhập Wi-Fi</html>".getBytes(UTF_8));
    byte[] good = Forged.change(commune, List.of(note("03160/tốt")));
    for (int at : new int[] {0, 1, good.length / 3, good.length / 2, good.length - 1}) {
      byte[] flipped = good.clone();
      flipped[at] ^= 4;
      files.put(", bit of byte " + at, flipped);
      files.put(", cut at byte " + at, Arrays.copyOf(good, at));
    }
    assertRefused(files);
  }

  @Test
  @Order(4)
  void whatARevokedKeyWroteBeyondItsLastGoodChangeIsRefused() throws Exception {
    Path thief = init("Xã khác", "commune", "03127");
    ProgramRun.ok(thief, "note", "add", FIELD, "--text", "Ghi chú trước khi thu hồi");
    Path before = root.resolve("trước.rqp");
    ProgramRun.ok(thief, "export", "--out", before.toString());
    ProgramRun.ok(publisher, "apply", before.toString());
    JsonNode key = ProgramRun.on(thief, "--json", "keys", "show").last();
    assertThat(key.get("own").asBoolean()).as(key.toString()).isTrue();
    ProgramRun.ok(
        publisher,
        "keys",
        "revoke",
        key.get("id").asText(),
        "--out",
        root.resolve("thu hồi").toString());
    assertRefused(Map.of("REVOKED", Forged.change(thief, List.of(note("03127/sau")))));
  }

  /** Three machines that have a change each, and a fourth that begins from what lies there. */
  private static void exchange(String kind, String address) throws Exception {
    for (Path each : List.of(publisher, commune, hub)) {
      add(each, kind, address);
    }
    edit();
    ProgramRun.ok(commune, "note", "add", FIELD, "--text", "Đã niêm yết qua " + kind);
    for (Path each : List.of(publisher, commune, hub)) {
      round(each, kind);
    }
    assertAlike();
    if (kind.equals("folder")) {
      edit(); // after the snapshot
      round(publisher, kind);
    }
    Path laptop = init("mới " + kind, "inspector", "tinh");
    add(laptop, kind, address);
    round(laptop, kind);
    assertThat(digest(laptop)).isEqualTo(digest(publisher));
  }

  private static void round(Path data, String kind) throws Exception {
    JsonNode round = ProgramRun.on(data, "--json", "sync", kind).last();
    assertThat(round.get("state").asText()).as(round.toString()).isEqualTo("READY");
    assertThat(round.get("refused").asInt()).as(round.toString()).isZero();
  }

  private static void add(Path data, String kind, String address) throws Exception {
    if (kind.equals("folder")) {
      ProgramRun.ok(data, "remote", "add", kind, address);
      return;
    }
    Path password = Files.writeString(root.resolve("mật khẩu"), RealServer.PASSWORD);
    ProgramRun.ok(
        data,
        "remote",
        "add",
        kind,
        address,
        "--user",
        RealServer.USER,
        "--password-file",
        password.toString());
  }

  private static RealServer server(String kind) throws IOException {
    return switch (kind) {
      case "nginx" -> RealServer.nginx();
      case "apache" -> RealServer.apache();
      default -> RealServer.s3();
    };
  }

  private static void edit() throws Exception {
    ProgramRun.ok(publisher, "set", "field", FIELD, "name=Đào tạo, lần " + edits++);
  }

  private static void assertAlike() throws Exception {
    String now = digest(publisher);
    assertThat(now).as("after an edit").isNotEqualTo(last);
    assertThat(digest(commune)).isEqualTo(now);
    assertThat(digest(hub)).isEqualTo(now);
    last = now;
  }

  /** Applies files, each named by the code of its reason, what follows a comma left out. */
  private static void assertRefused(Map<String, byte[]> files) throws Exception {
    String before = digest(publisher);
    List<String> journal = ProgramRun.ok(publisher, "journal", "ls");
    List<String> command = new ArrayList<>(List.of("apply"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      command.add(Files.write(root.resolve(file.getKey() + ".rqc"), file.getValue()).toString());
    }
    ProgramRun run = ProgramRun.on(publisher, command.toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.lines()).hasSameSizeAs(files.keySet());
    Iterator<String> lines = run.lines().iterator();
    for (String name : files.keySet()) {
      JsonNode line = ProgramRun.JSON.readTree(lines.next());
      assertThat(line.get("outcome").asText()).as(name + line).isEqualTo("refused");
      assertThat(line.get("reason").asText()).as(name + line).startsWith(name.split(",")[0]);
      assertThat(line.get("sentence").asText()).as(name + line).isNotBlank();
      assertThat(line.get("changes").asInt()).as(name + line).isZero();
    }
    assertThat(digest(publisher)).isEqualTo(before);
    assertThat(ProgramRun.ok(publisher, "journal", "ls")).isEqualTo(journal);
  }

  private static RowEdit rename() {
    return RowEdit.of(new Operation.SetFields(Entity.FIELD, FIELD, Map.of("name", "Của tôi")));
  }

  private static RowEdit note(String key) {
    return RowEdit.of(
        new Operation.Insert(Entity.NOTE, key, Map.of("subject_id", FIELD, "text", "Ghi chú")));
  }

  private static Path init(String name, String role, String unit) throws Exception {
    Path data = root.resolve(name);
    ProgramRun.ok(data, "init", "--sample", "--role", role, "--unit", unit);
    return data;
  }

  private static String digest(Path data) throws Exception {
    return ProgramRun.ok(data, "digest").getLast().strip();
  }
}

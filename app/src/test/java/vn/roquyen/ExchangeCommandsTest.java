package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A whole walk of change files between three data folders, by the commands alone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ExchangeCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;
  private static Path publisher;
  private static Path commune;
  private static Path other;
  private static String sample;

  @BeforeAll
  static void init() {
    publisher = init("Tỉnh", "publisher", "tinh");
    commune = init("Xã Mường Nhé", "commune", "03160");
    other = init("Xã khác", "commune", "03127");
    sample = digest(publisher);
  }

  @Test
  @Order(1)
  void foldersOfTheSampleBeginAlike() {
    assertThat(sample).matches("[0-9a-f]{64}");
    assertThat(digest(commune)).isEqualTo(sample);
    assertThat(digest(other)).isEqualTo(sample);
  }

  @Test
  @Order(2)
  void thePublishersChangesReachACommuneByParcelAndByFolder() throws IOException {
    assertThat(ok(publisher, "set", "field", "dao-tao-boi-duong", "name=Đất đai, địa chính"))
        .isNotBlank();
    ok(publisher, "set", "field", "linh-vuc-moi", "name=Lĩnh vực mới", "--new");
    Path parcel = root.resolve("ROQUYEN_tinh.rqp");
    ok(publisher, "export", "--out", parcel.toString());
    JsonNode line = apply(commune, parcel).getFirst();
    assertThat(line.get("outcome").asText()).isEqualTo("applied");
    assertThat(line.get("changes").asInt()).isEqualTo(2);
    assertThat(digest(commune)).isEqualTo(digest(publisher)).isNotEqualTo(sample);
    assertThat(apply(commune, parcel).getFirst().get("outcome").asText()).isEqualTo("known");

    Path folder = root.resolve("USB");
    ok(publisher, "export", "--out", folder.toString());
    assertThat(apply(other, folder))
        .extracting(each -> each.get("outcome").asText())
        .containsOnly("known", "applied");
    assertThat(digest(other)).isEqualTo(digest(publisher));
    JsonNode again = JSON.readTree(ok(publisher, "--json", "export", "--out", folder.toString()));
    assertThat(again.get("new").asInt()).isZero();
    assertThat(ok(commune, "show", "dao-tao-boi-duong")).contains("Đất đai, địa chính");
  }

  @Test
  @Order(3)
  void aCommuneMayNotWriteTheRegisterAndItsNotesDoNotChangeIt() throws IOException {
    String before = digest(commune);
    CommandRun refused =
        CommandRun.on(commune, "set", "field", "dao-tao-boi-duong", "name=của tôi");
    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.err())
        .startsWith("[NOT_ALLOWED]")
        .contains("(Lĩnh vực ")
        .doesNotContain("WRONG_");
    assertThat(digest(commune)).isEqualTo(before);
    assertThat(ok(commune, "note", "add", "dao-tao-boi-duong", "--text", "Sở trả lời ngày 20/11"))
        .contains("03160/");
    assertThat(CommandRun.on(commune, "note", "add", "khong-co", "--text", "x").exitCode())
        .isEqualTo(3);
    CommandRun blank = CommandRun.on(commune, "note", "add", "dao-tao-boi-duong", "--text", " ");
    assertThat(blank.exitCode()).isEqualTo(4);
    CommandRun unknown = CommandRun.on(commune, "journal", "show", "khong-co");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err()).startsWith("[CHANGE_UNKNOWN]").contains("journal ls");
    assertThat(digest(commune)).isEqualTo(before);

    Path parcel = root.resolve("xa.rqp");
    ok(commune, "export", "--own", "--out", parcel.toString());
    assertThat(apply(publisher, parcel).getFirst().get("outcome").asText()).isEqualTo("applied");
    assertThat(digest(publisher)).isEqualTo(before);
  }

  @Test
  @Order(4)
  void inReverseOrderFilesWaitAndEndTheSame() throws IOException {
    for (int i = 0; i < 4; i++) {
      ok(publisher, "set", "field", "dao-tao-boi-duong", "name=Đất đai lần " + i);
    }
    Path folder = root.resolve("ngược");
    ok(publisher, "export", "--out", folder.toString());
    List<Path> files = new ArrayList<>(files(folder));
    Collections.reverse(files);
    Path newest = files.getFirst();
    JsonNode held = apply(commune, newest).getFirst();
    assertThat(held.get("outcome").asText()).isEqualTo("held");
    assertThat(held.get("reason").asText()).isEqualTo("GAP");
    assertThat(held.get("sentence").asText()).contains("Thiếu tệp số").contains("của Tỉnh;");
    assertThat(apply(commune, files.toArray(Path[]::new)))
        .extracting(each -> each.get("outcome").asText())
        .containsOnly("known", "applied");
    assertThat(digest(commune)).isEqualTo(digest(publisher));
    assertThat(apply(commune, files.toArray(Path[]::new)))
        .extracting(each -> each.get("outcome").asText())
        .containsOnly("known");
  }

  @Test
  @Order(5)
  void damagedFilesAreRefusedWithTheirReasonAndNothingChanges() throws IOException {
    String before = digest(commune);
    ok(publisher, "set", "field", "dao-tao-boi-duong", "name=Bị hỏng trên đường");
    Path folder = root.resolve("hỏng");
    ok(publisher, "export", "--out", folder.toString());
    byte[] whole = Files.readAllBytes(files(folder).getLast());
    Path damaged = root.resolve("damaged.rqc");
    for (int at : new int[] {0, 30, whole.length / 2, whole.length - 1}) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      Files.write(damaged, flipped);
      assertRefused(damaged, null);
    }
    Files.write(damaged, Arrays.copyOf(whole, whole.length - 5));
    assertRefused(damaged, "MALFORMED");
    Files.writeString(damaged, "<html>Đăng nhập Wi-Fi</html>");
    assertRefused(damaged, "NOT_A_CHANGE_FILE");
    Files.write(damaged, new byte[300_000]);
    assertRefused(damaged, "TOO_LARGE");

    Path parcel = root.resolve("hỏng.rqp");
    ok(publisher, "export", "--out", parcel.toString());
    byte[] bytes = Files.readAllBytes(parcel);
    bytes[bytes.length / 2] ^= 1;
    Files.write(parcel, bytes);
    assertRefused(parcel, "MALFORMED");
    assertThat(digest(commune)).isEqualTo(before);
  }

  @Test
  @Order(5)
  void aStrangersFilesAreToldApartAndNothingChanges() throws IOException {
    final String before = digest(commune);
    Path stranger = root.resolve("người lạ");
    assertThat(
            CommandRun.on(stranger, "init", "--from", System.getProperty("roquyen.sample"))
                .exitCode())
        .isZero();
    Path strange = root.resolve("lạ");
    ok(stranger, "export", "--out", strange.toString());
    assertThat(CommandRun.on(commune, "apply", strange.toString()).exitCode()).isEqualTo(4);
    List<JsonNode> answers = apply(commune, strange);
    assertThat(answers)
        .filteredOn(each -> each.get("file").asText().endsWith(".rqc"))
        .isNotEmpty()
        .allMatch(each -> each.get("reason").asText().equals("SPACE_FOREIGN"));
    assertThat(answers).noneMatch(each -> each.get("outcome").asText().equals("applied"));
    assertThat(digest(commune)).isEqualTo(before);
  }

  @Test
  @Order(6)
  void verifyTakesNothingAndNeedsNoDataFolderWhenItHasARoot() throws IOException {
    String before = digest(commune);
    Path folder = root.resolve("hỏng");
    List<JsonNode> lines = lines(CommandRun.on(commune, "verify", folder.toString()));
    assertThat(lines)
        .extracting(each -> each.get("outcome").asText())
        .contains("good")
        .doesNotContain("refused");
    assertThat(digest(commune)).isEqualTo(before);
    Path rootFile =
        files(folder).stream().filter(file -> file.toString().endsWith(".root")).findAny().get();
    Path nowhere = root.resolve("không có");
    CommandRun alone =
        CommandRun.on(nowhere, "verify", "--root", rootFile.toString(), folder.toString());
    assertThat(alone.exitCode()).isZero();
    assertThat(lines(alone))
        .extracting(each -> each.get("outcome").asText())
        .containsOnly("good", "known");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  @Order(7)
  void theJournalIsShownAndTheDoctorFindsItSound() throws IOException {
    List<JsonNode> all = lines(CommandRun.on(publisher, "--json", "journal", "ls"));
    assertThat(all.getFirst().get("kind").asText()).isEqualTo("root");
    String id = all.getLast().get("id").asText();
    JsonNode shown = JSON.readTree(ok(publisher, "--json", "journal", "show", id.substring(0, 12)));
    assertThat(shown.get("edits").get(0).get("key").asText()).isEqualTo("dao-tao-boi-duong");
    assertThat(CommandRun.on(publisher, "journal", "show", "zz").exitCode()).isEqualTo(3);
    JsonNode found = JSON.readTree(ok(publisher, "--json", "doctor"));
    assertThat(found.get("tablesAgree").asBoolean()).isTrue();
    assertThat(found.get("documents").asInt()).isEqualTo(all.size());
    String before = digest(publisher);
    assertThat(ok(publisher, "doctor", "--rebuild")).contains("khớp với nhật ký");
    assertThat(digest(publisher)).isEqualTo(before);
  }

  @Test
  @Order(8)
  void fault26_aRestoredBackupIsANewReplicaWithTheOldChanges() throws IOException {
    Path backup = root.resolve("sao lưu");
    ok(publisher, "backup", "--out", backup.toString());
    assertThat(backup.resolve("keys/replica")).doesNotExist();
    final String before = digest(publisher);
    Path restored = root.resolve("máy mới");
    CommandRun restore = CommandRun.on(restored, "restore", backup.toString());
    assertThat(restore.out()).contains(before);
    assertThat(restore.err()).isEmpty();
    assertThat(digest(restored)).isEqualTo(before);
    for (CommandRun over :
        List.of(
            CommandRun.on(restored, "restore", backup.toString()),
            CommandRun.on(publisher, "backup", "--out", backup.toString()))) {
      assertThat(over.exitCode()).isEqualTo(4);
      assertThat(over.err()).startsWith("[TARGET_NOT_EMPTY]");
    }
    CommandRun none = CommandRun.on(root.resolve("mới"), "restore", root.toString());
    assertThat(none.exitCode()).isEqualTo(4);
    assertThat(none.err()).startsWith("[BACKUP_MISSING]");
    ok(restored, "set", "field", "dao-tao-boi-duong", "name=ghi ở máy khôi phục");
    ok(publisher, "set", "field", "linh-vuc-moi", "name=ghi ở máy cũ");
    Path one = root.resolve("1.rqp");
    Path two = root.resolve("2.rqp");
    ok(restored, "export", "--out", one.toString());
    ok(publisher, "export", "--out", two.toString());
    assertThat(apply(publisher, one).getFirst().get("outcome").asText()).isEqualTo("applied");
    assertThat(apply(restored, two).getFirst().get("outcome").asText()).isEqualTo("applied");
    assertThat(digest(restored)).isEqualTo(digest(publisher)).isNotEqualTo(before);
    JsonNode found = JSON.readTree(ok(publisher, "--json", "doctor"));
    assertThat(found.get("forks").asInt()).isZero();
  }

  @Test
  @Order(9)
  void fault25_whatALostBranchSaysIsListedAndEnteredAgain() throws IOException {
    Path twin = Twins.copy(publisher, root.resolve("bản sao"));
    ok(publisher, "set", "field", "dao-tao-boi-duong", "name=ghi ở bản gốc");
    ok(twin, "set", "field", "dao-tao-boi-duong", "name=ghi ở bản sao");
    Path one = root.resolve("gốc.rqp");
    Path two = root.resolve("sao.rqp");
    ok(publisher, "export", "--out", one.toString());
    ok(twin, "export", "--out", two.toString());
    JsonNode forked = apply(publisher, two).getFirst();
    assertThat(forked.get("reason").asText()).isEqualTo("FORK_OWN");
    assertThat(forked.get("sentence").asText()).contains("chính máy này");
    apply(twin, one);
    assertThat(digest(twin)).isEqualTo(digest(publisher));

    List<JsonNode> lost = lines(CommandRun.on(publisher, "--json", "journal", "ls", "--lost"));
    assertThat(lost).hasSize(1);
    assertThat(lost.getFirst().get("counts").asBoolean()).isFalse();
    JsonNode row = lost.getFirst().get("rows").get(0);
    JsonNode name = row.get("fields").get("name");
    assertThat(name.get("lost").asText()).startsWith("ghi ở bản");
    assertThat(name.get("now").asText())
        .startsWith("ghi ở bản")
        .isNotEqualTo(name.get("lost").asText());
    assertThat(ok(publisher, "journal", "ls", "--lost")).contains("chưa có trong dữ liệu: sửa");
    String id = lost.getFirst().get("id").asText().substring(0, 16);
    JsonNode again = JSON.readTree(ok(publisher, "--json", "journal", "resend", id));
    assertThat(again.get("rows")).hasSize(1);
    assertThat(again.get("waiting")).isEmpty();
    assertThat(ok(publisher, "show", "dao-tao-boi-duong")).contains(name.get("lost").asText());
    assertThat(ok(publisher, "journal", "resend", id)).contains("0 mục");
    assertThat(CommandRun.on(publisher, "journal", "resend", "zz").exitCode()).isEqualTo(3);
    String counted =
        lines(CommandRun.on(publisher, "--json", "journal", "ls")).getLast().get("id").asText();
    assertThat(CommandRun.on(publisher, "journal", "resend", counted).exitCode()).isEqualTo(3);
    assertThat(ok(commune, "journal", "ls", "--lost")).contains("không có thay đổi nào");
    Path after = root.resolve("sau.rqp");
    ok(publisher, "export", "--out", after.toString());
    apply(twin, after);
    assertThat(digest(twin)).isEqualTo(digest(publisher));
  }

  private static void assertRefused(Path file, String reason) throws IOException {
    CommandRun run = CommandRun.on(commune, "apply", file.toString());
    JsonNode line = lines(run).getFirst();
    assertThat(line.get("outcome").asText()).as(run.out()).isEqualTo("refused");
    assertThat(line.get("sentence").asText()).isNotBlank();
    assertThat(run.exitCode()).isEqualTo(4);
    if (reason != null) {
      assertThat(line.get("reason").asText()).isEqualTo(reason);
    }
  }

  private static Path init(String name, String role, String unit) {
    Path data = root.resolve(name);
    CommandRun run = CommandRun.on(data, "init", "--sample", "--role", role, "--unit", unit);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return data;
  }

  private static String digest(Path data) {
    return ok(data, "digest").strip();
  }

  private static String ok(Path data, String... arguments) {
    CommandRun run = CommandRun.on(data, arguments);
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    return run.out();
  }

  private static List<JsonNode> apply(Path data, Path... files) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("apply"));
    Arrays.stream(files).map(Path::toString).forEach(arguments::add);
    return lines(CommandRun.on(data, arguments.toArray(String[]::new)));
  }

  private static List<JsonNode> lines(CommandRun run) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.lines()) {
      lines.add(JSON.readTree(line));
    }
    assertThat(lines).as(run.err()).isNotEmpty();
    return lines;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }
}

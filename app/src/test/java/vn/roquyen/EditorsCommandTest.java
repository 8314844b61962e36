package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.platform.SampleData;

/** Two editors on two machines, by commands alone: from the founding to an approved grant. */
final class EditorsCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path first;
  private Path second;
  private int sent;

  @Test
  void fromTheFoundersFirstGrantAloneToASecondEditorWhoApprovesReturnsAndRejects()
      throws IOException {
    first = folder.resolve("Sở Nội vụ");
    second = folder.resolve("Sở Tư pháp");
    ok(first, "keys", "init", "--role", "publisher", "--unit", "tinh", "--name", "Nội vụ");
    ok(first, "init", "--from", registerAlone().toString());
    ok(first, grant("g-mot-minh"));
    assertThat(ok(first, "show", "g-mot-minh")).doesNotContain("Đang chờ duyệt");
    secondEditorJoins();
    whatIsReturnedIsWithdrawnByItsAuthorAlone();
    whatIsRejectedCountsNowhere();
    whatIsApprovedCountsOnBoth();
  }

  /** The sample without its procedures, which no grant of this test is about. */
  private Path registerAlone() throws IOException {
    Path data = folder.resolve("dữ liệu");
    for (String part : List.of("admin", "register")) {
      Path to = Files.createDirectories(data.resolve(part));
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(SampleData.folder().resolve(part), "*.csv")) {
        for (Path file : files) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
    return data;
  }

  private void secondEditorJoins() {
    Path invitation = folder.resolve("giấy mời.rqi");
    Path request = folder.resolve("yêu cầu.rqc");
    Path certificate = folder.resolve("chứng thư.rqc");
    String[] invite = {"keys", "invite", "--role", "publisher", "--unit", "tinh", "--out"};
    ok(first, with(invite, invitation.toString()));
    ok(
        second,
        "keys",
        "request",
        "--invite",
        invitation.toString(),
        "--name",
        "Tư pháp",
        "--out",
        request.toString());
    ok(first, "keys", "certify", request.toString(), "--out", certificate.toString());
    ok(second, "keys", "accept", certificate.toString());
    send(first, second);
  }

  private void whatIsReturnedIsWithdrawnByItsAuthorAlone() throws IOException {
    String id = propose("g-tra-lai");
    assertThat(ok(first, "show", "g-tra-lai")).contains("Đang chờ duyệt");
    assertThat(CommandRun.on(first, "approve", id).err()).startsWith("[PROPOSAL_OWN]");
    assertThat(CommandRun.on(second, "approve", id, "--return").exitCode()).isEqualTo(2);
    assertThat(CommandRun.on(second, "withdraw", id).err()).startsWith("[PROPOSAL_FOREIGN]");
    ok(second, "approve", id, "--return", "--reason", "Thiếu nguồn lực");
    send(second, first);
    JsonNode returned = JSON.readTree(ok(first, "--json", "approve"));
    assertThat(returned.at("/state").asText()).isEqualTo("returned");
    assertThat(returned.at("/reason").asText()).isEqualTo("Thiếu nguồn lực");
    ok(first, "withdraw", id);
    send(first, second);
    assertThat(ok(second, "approve")).contains("Không có thay đổi nào");
    assertThat(CommandRun.on(second, "approve", id).err()).startsWith("[PROPOSAL_DECIDED]");
    assertThat(CommandRun.on(first, "show", "g-tra-lai").exitCode()).isEqualTo(3);
  }

  private void whatIsRejectedCountsNowhere() throws IOException {
    String id = propose("g-tu-choi");
    ok(second, "approve", id, "--reject", "--reason", "Đã có quyết định khác");
    send(second, first);
    assertThat(ok(first, "approve")).contains("Không có thay đổi nào");
    assertThat(CommandRun.on(first, "show", "g-tu-choi").exitCode()).isEqualTo(3);
    assertThat(CommandRun.on(first, "withdraw", id).err()).startsWith("[PROPOSAL_DECIDED]");
  }

  private void whatIsApprovedCountsOnBoth() throws IOException {
    String id = propose("g-duyet");
    ok(second, "approve", id);
    send(second, first);
    for (Path each : new Path[] {first, second}) {
      assertThat(ok(each, "show", "g-duyet")).contains("Ủy quyền").doesNotContain("Đang chờ");
    }
    assertThat(ok(first, "digest")).isEqualTo(ok(second, "digest"));
  }

  /** Puts a grant forward on the first machine and sends it; answers the first digits of its id. */
  private String propose(String key) throws IOException {
    assertThat(ok(first, grant(key))).contains("Đã lưu", "Chờ duyệt");
    String id = JSON.readTree(ok(first, "--json", "approve")).at("/id").asText().substring(0, 8);
    send(first, second);
    return id;
  }

  @Test
  void aWordOrARecordThatNobodyKnowsIsNotWritten() {
    first = folder.resolve("một");
    ok(first, "init", "--sample");
    CommandRun word = CommandRun.on(first, "set", "grant", "g-xd-chat-luong", "mode=giao");
    assertThat(word.exitCode()).isEqualTo(4);
    assertThat(word.err()).contains("[WORD_UNKNOWN]", "giao", "DECENTRALISATION");
    CommandRun record =
        CommandRun.on(first, "set", "grant", "g-xd-chat-luong", "grantee_id=so-khong-co");
    assertThat(record.exitCode()).isEqualTo(4);
    assertThat(record.err()).contains("[REFERENCE_UNKNOWN]", "so-khong-co");
    ok(first, "set", "grant", "g-xd-chat-luong", "mode=uy_quyen", "grantee_id=UBND cấp xã");
    assertThat(ok(first, "approve", "--json"))
        .contains("\"mode\":\"DELEGATION\"", "\"grantee_id\":\"ubnd-cap-xa\"");
  }

  private static String[] grant(String key) {
    return new String[] {
      "set",
      "grant",
      key,
      "--new",
      "power_id=cb-quan-ly",
      "mode=DELEGATION",
      "grantor_id=ct-ubnd-tinh",
      "grantee_id=ct-ubnd-cap-xa",
      "instrument_id=qd-95-2025-ubnd"
    };
  }

  private void send(Path from, Path to) {
    Path file = folder.resolve("gói " + sent++ + ".rqp");
    ok(from, "export", "--out", file.toString());
    ok(to, "apply", file.toString());
  }

  private static String[] with(String[] some, String more) {
    String[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = more;
    return all;
  }

  private static String ok(Path data, String... arguments) {
    CommandRun run = CommandRun.on(data, arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }
}

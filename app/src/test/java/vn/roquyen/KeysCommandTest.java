package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.SpaceKind;
import vn.roquyen.platform.SampleData;
import vn.roquyen.sync.KeyFile;

/** The whole way to a key by files: found, invite, request, certify, accept, revoke. */
final class KeysCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Operation NOTE =
      new Operation.Insert(
          Entity.NOTE, "03160/1", Map.of("subject_id", "Q-001", "text", "Đã hỏi Sở"));
  private static final Operation FIELD =
      new Operation.Insert(Entity.FIELD, "moi", Map.of("name", "Mới"));

  @TempDir Path folder;
  private Path province;
  private Path commune;
  private Path invitation;
  private Path request;
  private Path certificate;

  @BeforeEach
  void foundAndInvite() {
    province = folder.resolve("Tỉnh Điện Biên");
    commune = folder.resolve("Xã Mường Nhé");
    invitation = folder.resolve("giấy mời.rqi");
    request = folder.resolve("yêu cầu.rqc");
    certificate = folder.resolve("chứng thư.rqc");
    ok(province, "keys", "init", "--role", "publisher", "--unit", "tinh", "--name", "Sở Nội vụ");
    ok(province, "init", "--from", SampleData.folder().resolve("admin").toString());
    invite(invitation);
  }

  @Test
  void aCommuneComesToItsKeyByThreeFiles() throws IOException {
    join();
    try (Wiring wiring = new Wiring(commune, CommandRun.CLOCK)) {
      assertThat(wiring.folder().identity().space()).isEqualTo(SpaceKind.INVITED);
      assertThat(wiring.folder().identity().unit()).isEqualTo("03160");
      assertThat(wiring.folder().identity().canCertify()).isFalse();
      wiring.ledger().record(List.of(NOTE));
      assertRefused(FaultCode.NOT_ALLOWED, wiring, FIELD);
    }
    assertThat(show(province))
        .extracting(key -> key.get("roles").toString())
        .containsExactly("[\"issuer\"]", "[\"publisher\"]", "[\"commune\"]");
    assertThat(show(province).getLast().get("name").asText()).isEqualTo("Máy một cửa");
    assertThat(show(commune).getLast().get("own").asBoolean()).isTrue();
    assertThat(CommandRun.on(commune, "keys", "accept", certificate.toString()).out())
        .contains("Đã có từ trước");
  }

  @Test
  void aRevocationNamesItsCertificate() {
    for (String id : List.of("zzzzzzzz", "abc")) {
      CommandRun revoke = CommandRun.on(province, "keys", "revoke", id);
      assertThat(revoke.exitCode()).isEqualTo(3);
      assertThat(revoke.err()).startsWith("[CERTIFICATE_UNKNOWN]").contains("keys show");
    }
  }

  @Test
  void untilItsCertificateComesAMachineSignsNothing() {
    request(commune);
    assertThat(CommandRun.on(commune, "keys", "show").out()).contains("Đang chờ chứng thư");
    try (Wiring wiring = new Wiring(commune, CommandRun.CLOCK)) {
      assertRefused(FaultCode.KEY_PENDING, wiring, NOTE);
    }
  }

  @Test
  void anInvitationIsGoodForOneKey() {
    join();
    Path other = folder.resolve("máy khác");
    ok(other, "keys", "request", "--invite", invitation.toString(), "--out", request.toString());
    CommandRun second = certify(province);
    assertThat(second.exitCode()).isEqualTo(4);
    assertThat(second.err()).contains("[DOCUMENT_REFUSED]").contains("Giấy mời đã được dùng");
  }

  @Test
  void aRequestThatWasTouchedIsRefused() throws IOException {
    request(commune);
    byte[] bytes = Files.readAllBytes(request);
    for (int at = bytes.length / 3; at < bytes.length; at += 23) {
      byte[] touched = bytes.clone();
      touched[at] ^= 1;
      Files.write(request, touched);
      assertThat(certify(province).exitCode()).as("byte %d", at).isEqualTo(4);
    }
    assertThat(show(province)).hasSize(2);
  }

  @Test
  void onlyTheIssuersFolderCertifies() {
    join();
    CommandRun run =
        CommandRun.on(
            commune,
            "keys",
            "invite",
            "--role",
            "commune",
            "--unit",
            "03160",
            "--out",
            folder.resolve("x").toString());
    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).contains("[NOT_ISSUER]");
    assertThat(certify(commune).exitCode()).isEqualTo(6);
    assertThat(CommandRun.on(commune, "keys", "revoke", "12345678").exitCode()).isEqualTo(6);
  }

  @Test
  void aFolderJoinsOneSpaceOnly() {
    assertThat(
            CommandRun.on(
                    province,
                    "keys",
                    "request",
                    "--invite",
                    invitation.toString(),
                    "--out",
                    request.toString())
                .err())
        .contains("[FOLDER_FOUNDED]");
    assertThat(
            CommandRun.on(province, "keys", "init", "--role", "publisher", "--unit", "tinh")
                .exitCode())
        .isEqualTo(4);
  }

  @Test
  void whatARevokedKeyWritesAfterTheLastGoodChangeIsRefused() throws IOException {
    join();
    String id = show(commune).getLast().get("id").asText();
    Path revocation = folder.resolve("thu hồi.rqc");
    try (Wiring wiring = new Wiring(commune, CommandRun.CLOCK)) {
      wiring.ledger().record(List.of(NOTE));
    }
    ok(province, "keys", "revoke", id.substring(0, 8), "--out", revocation.toString());
    assertThat(show(province).getLast().get("state").asText()).isEqualTo("revoked");
    ok(commune, "keys", "accept", revocation.toString());
    try (Wiring wiring = new Wiring(commune, CommandRun.CLOCK)) {
      assertRefused(FaultCode.NOT_ALLOWED, wiring, new Operation.Remove(Entity.NOTE, "03160/1"));
    }
    assertThat(CommandRun.on(province, "keys", "revoke", "00000000").exitCode()).isEqualTo(3);
  }

  @Test
  void theProvinceCanTakeItsPublishersKeyBackUpToANamedChange() throws IOException {
    JsonNode own = show(province).get(1);
    String replica;
    int changes;
    try (Wiring wiring = new Wiring(province, CommandRun.CLOCK)) {
      replica = wiring.folder().identity().replica();
      changes = wiring.folder().changes().size();
    }
    String id = own.get("id").asText();
    String tooFar = replica + ":" + changes;
    assertThat(CommandRun.on(province, "keys", "revoke", id, "--last", tooFar).exitCode())
        .isEqualTo(3);
    ok(province, "keys", "revoke", id, "--last", replica + ":" + (changes - 1));
    assertThat(show(province).get(1).get("state").asText()).isEqualTo("revoked");
  }

  @Test
  void theFoundersKeysAreCopiedUnderAPassword() throws IOException {
    Path safe = folder.resolve("két sắt");
    Path password = Files.writeString(folder.resolve("mật khẩu.txt"), "Mường Nhé 2026\n");
    String[] export = {
      "keys", "export", "--out", safe.toString(), "--password-file", password.toString()
    };
    ok(province, export);
    assertThat(safe)
        .isDirectoryContaining("glob:**root.pem")
        .isDirectoryContaining("glob:**root.rqc");
    KeyFile.read(safe.resolve("root.pem"), "Mường Nhé 2026".toCharArray());
    assertThat(Files.readString(safe.resolve("issuer.pem"))).contains("ENCRYPTED PRIVATE KEY");
    assertThat(CommandRun.on(province, export).exitCode()).isEqualTo(4);
    join();
    export[3] = folder.resolve("khác").toString();
    assertThat(CommandRun.on(commune, export).exitCode()).isEqualTo(6);
  }

  @Test
  void aUnitThatTheRegisterDoesNotKnowIsNotInvited() {
    CommandRun run =
        CommandRun.on(
            province,
            "keys",
            "invite",
            "--role",
            "commune",
            "--unit",
            "99999",
            "--out",
            folder.resolve("x").toString());
    assertThat(run.exitCode()).isEqualTo(3);
  }

  private void invite(Path out) {
    ok(province, "keys", "invite", "--role", "commune", "--unit", "03160", "--out", out.toString());
  }

  private void request(Path data) {
    ok(
        data,
        "keys",
        "request",
        "--invite",
        invitation.toString(),
        "--name",
        "Máy một cửa",
        "--out",
        request.toString());
  }

  private CommandRun certify(Path data) {
    return CommandRun.on(
        data, "keys", "certify", request.toString(), "--out", certificate.toString());
  }

  private void join() {
    request(commune);
    assertThat(certify(province).exitCode()).isZero();
    ok(commune, "keys", "accept", certificate.toString());
  }

  private static List<JsonNode> show(Path data) throws IOException {
    List<JsonNode> keys = new ArrayList<>();
    for (String line : CommandRun.on(data, "--json", "keys", "show").lines()) {
      keys.add(JSON.readTree(line));
    }
    return keys;
  }

  private static void ok(Path data, String... arguments) {
    CommandRun run = CommandRun.on(data, arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static void assertRefused(FaultCode code, Wiring wiring, Operation operation) {
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> wiring.ledger().record(List.of(operation)))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
  }
}

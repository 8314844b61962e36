package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.RowEdit;
import vn.roquyen.domain.RowEdit.Kind;
import vn.roquyen.sync.ChangeHeader.Dependency;

final class ChangeCodecTest {
  private final Space space = new Space(1);
  private final DeviceKey key = space.key();
  private final ChangeCodec codec = new ChangeCodec();

  @Test
  void headerAndEditsComeBackAsTheyWere() {
    ChangeHeader header =
        new ChangeHeader(
            new ReplicaId(-5),
            300,
            new ChangeId("ab".repeat(32)),
            null,
            Hlc.ofMillis(1_795_000_000_000L).next(),
            List.of(new Dependency(new ReplicaId(7), 70_000, "0123456789abcdef")),
            3,
            "fedcba9876543210",
            "03160",
            "00112233445566778899aabbccddeeff".substring(0, 16),
            new ChangeId("cd".repeat(32)),
            List.of("encryption"));
    List<RowEdit> edits =
        List.of(
            Space.edit(Entity.POWER, "p1", Kind.INSERT, "title", "Cấp giấy phép", "keywords", null),
            Space.edit(Entity.GRANT, "g1", Kind.SET, "valid_to", LocalDate.of(2027, 1, 1)),
            Space.edit(Entity.GRANT, "g1", Kind.SET, "procedure_count", 12),
            Space.edit(
                Entity.PROCEDURE,
                "1.001193",
                Kind.SET,
                "dossier",
                List.of(Map.of("name", "Tờ khai", "copies", "1"))),
            Space.edit(Entity.FIELD, "f1", Kind.REMOVE));
    byte[] file = codec.write(header, edits, key).document().encoded();
    Change read = codec.read(file);
    assertThat(read.header()).isEqualTo(header);
    assertThat(codec.edits(read)).isEqualTo(edits);
    assertThat(read.document().isSignedBy(key.publicKey())).isTrue();
    assertThat(edits.stream().map(RowEdit::operation).map(RowEdit::of).toList().subList(1, 5))
        .isEqualTo(edits.subList(1, 5));
  }

  @Test
  void fault53_fieldsAndEntitiesOfANewerProgramAreKeptUntouched() {
    TreeMap<Integer, Object> fields = new TreeMap<>();
    fields.put(1, "biết");
    fields.put(900, List.of(Map.of("a", "b")));
    fields.put(901, ByteBuffer.wrap(new byte[] {9}).asReadOnlyBuffer());
    fields.put(902, true);
    RowEdit known = new RowEdit(Entity.FIELD.number(), "f", Kind.SET, fields);
    RowEdit unknown = new RowEdit(777, "x", Kind.INSERT, fields);
    Change change = codec.read(write(codec, known, unknown));
    assertThat(codec.edits(change)).containsExactly(known, unknown);
    assertThat(EditCodec.write(codec.edits(change)))
        .isEqualTo(EditCodec.write(List.of(known, unknown)));
    assertThat(known.operation())
        .isEqualTo(
            new Operation.SetFields(Entity.FIELD, "f", new HashMap<>(Map.of("name", "biết"))));
  }

  @Test
  void fault55_aMissingDictionaryIsSaidByName() {
    byte[] file = write(codec, Space.note("03160", "1", sentence(3)));
    ChangeCodec without = new ChangeCodec(List.of());
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> without.edits(without.read(file)))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.DICTIONARY_UNKNOWN);
              assertThat(refusal.arguments()).containsExactly(Dictionary.SHIPPED.name());
            });
  }

  @Test
  void theShippedDictionaryIsNeverChanged() {
    assertThat(Dictionary.SHIPPED.name()).isEqualTo("7710c208307a9fbe");
  }

  @Test
  void theDictionaryIsWhatItsGeneratorBuilds() throws Exception {
    Path sample = Path.of(System.getProperty("roquyen.sample"));
    assertThat(DictionaryGenerator.build(sample)).hasSizeBetween(12_000, 13_000);
  }

  @Test
  void fault48_aDeflateBombIsCutAtTheCap() {
    byte[] bomb = deflated(new byte[64 * 1024 * 1024]);
    assertThat(bomb.length).isLessThan(SignedDocument.MAX_BYTES);
    Compression compression = new Compression(List.of());
    Compression.Packed packed = new Compression.Packed(Compression.Encoding.DEFLATE, null, bomb);
    Cost cost =
        Cost.of(
            () ->
                assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> compression.unpack(packed))
                    .extracting(Refusal::reason)
                    .isEqualTo(Reason.TOO_LARGE_INFLATED));
    assertThat(cost.bytes()).isLessThan(Cost.MOST.bytes());
  }

  @Test
  void fault48_aFileOfMillionsOfSmallValuesIsRefusedWithLittleMemory() {
    CborWriter out = new CborWriter().array(1).array(4).number(1).text("k").number(1).map(1);
    out.number(1).array(1_000);
    for (int i = 0; i < 1_000; i++) {
      out.array(1_000);
      for (int j = 0; j < 1_000; j++) {
        out.map(0);
      }
    }
    byte[] plain = out.toBytes();
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> EditCodec.read(plain));
    assertThat(Cost.ofReading(() -> EditCodec.read(plain)).bytes()).isLessThan(Cost.MOST.bytes());
  }

  @Test
  void bytesBehindTheDeflateStreamAreRefused() {
    byte[] deflated = deflated("abc".repeat(100).getBytes());
    byte[] longer = Arrays.copyOf(deflated, deflated.length + 1);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                new Compression(List.of())
                    .unpack(new Compression.Packed(Compression.Encoding.DEFLATE, null, longer)))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TRAILING_BYTES));
  }

  @Test
  void oneSignedFieldChangeFitsIn320Bytes() {
    Space.Member commune = space.member("03160", Role.COMMUNE);
    commune.write(Space.note("03160", "1", "Đã hỏi Sở Nội vụ"));
    byte[] file =
        commune.write(
            Space.edit(
                Entity.NOTE, "03160/1", Kind.SET, "text", "Sở Nội vụ trả lời ngày 20/11/2026"));
    System.out.println("figure: one signed field change " + file.length + " B");
    assertThat(file.length).isLessThanOrEqualTo(320);
  }

  @Test
  void ahundredFieldChangesInOneFileTake45BytesEach() {
    Space.Member commune = space.member("03160", Role.COMMUNE);
    List<RowEdit> edits = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      String person = sentence(random.nextInt(60)).replaceFirst("từ.*", "");
      String text = person + "số 0" + (900_000_000 + random.nextInt(90_000_000));
      edits.add(Space.edit(Entity.NOTE, "03160/" + (1000 + i), Kind.SET, "text", text));
    }
    byte[] file = commune.write(edits.toArray(new RowEdit[0]));
    System.out.println("figure: 100 field changes in one file " + file.length / 100.0 + " B each");
    assertThat(file.length).isLessThanOrEqualTo(4_500);
  }

  private static String sentence(int i) {
    String[] who = {"Nguyễn Văn Ấn", "Lò Thị Hương", "Giàng A Páo", "Quàng Văn Dũng", "Cà Thị Mai"};
    String[] what = {
      "cấp giấy phép xây dựng", "đăng ký khai sinh", "chứng thực bản sao", "đăng ký kết hôn"
    };
    return who[i % who.length]
        + " thực hiện "
        + what[(i / 3) % what.length]
        + " từ tháng "
        + i % 12;
  }

  private byte[] write(ChangeCodec with, RowEdit... edits) {
    ChangeHeader header =
        new ChangeHeader(
            new ReplicaId(1),
            0,
            null,
            "00".repeat(16),
            Space.START,
            List.of(),
            1,
            "00".repeat(8),
            "03160",
            "00".repeat(8),
            null,
            List.of());
    return with.write(header, List.of(edits), key).document().encoded();
  }

  private static byte[] deflated(byte[] plain) {
    try (Deflater deflater = new Deflater(9, true)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[plain.length / 500 + 1_000];
      return Arrays.copyOf(out, deflater.deflate(out));
    }
  }
}

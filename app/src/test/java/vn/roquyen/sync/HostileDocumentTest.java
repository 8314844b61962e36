package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.RowEdit.Kind;

/**
 * Every kind of signed document, damaged or made by somebody who wants to do harm: refused with a
 * reason, never another exception, with little memory.
 */
final class HostileDocumentTest {
  private static Cost dearest = Cost.NONE;

  private final OneOfEach good = new OneOfEach();

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void asItWasMadeItIsRead(DocumentKind kind) {
    good.read(kind, good.documents.get(kind).encoded());
    good.read(good.documents.get(kind).encoded());
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void fault17_eachKindIsRefusedCutAtEveryByte(DocumentKind kind) {
    byte[] whole = good.documents.get(kind).encoded();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertRefused("length " + length, () -> good.read(kind, cut));
    }
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void fault18_eachKindIsRefusedWithAnyBitFlipped(DocumentKind kind) {
    byte[] whole = good.documents.get(kind).encoded();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused("bit " + bit, () -> good.read(kind, flipped));
    }
  }

  /** Signed by a key that may: only the content can be what is wrong. */
  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void aSignedContentCutOrFlippedNeverThrowsAnythingElse(DocumentKind kind) {
    byte[] body = good.documents.get(kind).body();
    for (int length = 0; length < Math.min(body.length, 300); length++) {
      byte[] cut = good.resigned(kind, Arrays.copyOf(body, length));
      assertRefused("length " + length, () -> good.read(kind, cut));
    }
    for (int bit = 0; bit < Math.min(body.length, 300) * 8; bit += 5) {
      byte[] flipped = body.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      readOrRefuse("bit " + bit, kind, good.resigned(kind, flipped));
    }
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void fault41_noKindIsReadAsAnother(DocumentKind kind) {
    for (DocumentKind other : DocumentKind.values()) {
      if (other != kind) {
        byte[] file = good.documents.get(other).encoded();
        assertRefused(other + " as " + kind, () -> good.read(kind, file));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d2", // a tag and nothing else
        "d284", // an array of four without its items
        "d2845b7fffffffffffffff", // a header of 2^63 bytes
        "d2845a ffffffff", // of 2^32
        "d2 9b7fffffffffffffff", // 2^63 items
        "d2 9a ffffffff",
        "d2 9f", // without a length
        "d862 84 40 a0 40 9a ffffffff", // 2^32 signatures
        "d862 84 40 a0 40 9b 7fffffffffffffff",
        "d284 40 bb7fffffffffffffff", // 2^63 unprotected fields
        "dbffffffffffffffff", // a tag beyond all
        "d2d2d2d2d2d2d2d2d2d2",
        "8181818181818181818181818181"
      })
  void fault48_headsThatClaimTheWorldCostNothing(String hex) {
    byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertRefused(hex, () -> good.read(file));
    assertThat(Cost.ofReading(() -> good.read(file)).bytes()).isLessThan(64 * 1024);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3b7fffffffffffffff", // the smallest number: its absolute value is itself
        "1b7fffffffffffffff",
        "1a003d0901"
      })
  void aDateBeyondAllIsRefused(String days) {
    byte[] value = HexFormat.of().parseHex("d864" + days);
    assertRefused(days, () -> new CborReader(value).value());
  }

  @Test
  void fault48_aBombOfAGigabyteIsCutAtTheCap() {
    byte[] bomb = bomb(1024);
    assertThat(bomb.length).isLessThan(2 * 1024 * 1024);
    assertRefused(
        Reason.TOO_LARGE_INFLATED,
        () ->
            new Compression(List.of())
                .unpack(new Compression.Packed(Compression.Encoding.DEFLATE, null, bomb)));
  }

  @Test
  void fault48_aSignedBombIsRefusedByTheReceiver() {
    byte[] body = withEdits(bomb(200));
    byte[] file = good.resigned(DocumentKind.CHANGE, body);
    assertThat(file.length).isLessThan(SignedDocument.MAX_BYTES);
    assertReceivedAs(Reason.TOO_LARGE_INFLATED, file);
    byte[] larger = new byte[SignedDocument.MAX_BYTES + 1];
    System.arraycopy(file, 0, larger, 0, file.length);
    assertReceivedAs(Reason.TOO_LARGE, larger);
    assertThat(good.hub.applied).isEmpty();
  }

  @Test
  void fault49_fourThousandDependenciesOrAThousandSignaturesAreRefusedBeforeAnyIsChecked() {
    CborWriter body = new CborWriter().map(1).number(6).array(4_000);
    for (int i = 0; i < 4_000; i++) {
      body.array(3).bytes(new byte[8]).number(i).bytes(new byte[8]);
    }
    byte[] many = good.resigned(DocumentKind.CHANGE, body.toBytes());
    assertRefused(Reason.TOO_MANY, () -> good.read(DocumentKind.CHANGE, many));
    List<DeviceKey> signers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      signers.add(good.space.rootKey);
    }
    byte[] root = good.documents.get(DocumentKind.ROOT).body();
    byte[] signed = SignedDocument.sign(DocumentKind.ROOT, root, signers).encoded();
    assertRefused(Reason.TOO_MANY, () -> good.read(DocumentKind.ROOT, signed));
  }

  @Test
  void fault50_theNameOfAFileSaysNothing(@TempDir Path folder) throws IOException {
    for (String name : List.of("CON", "..rqp", "‮pqr.exe", "a".repeat(250), "aux .rqp")) {
      Path file = folder.resolve(name);
      Files.write(file, good.parcel);
      List<byte[]> read = new ArrayList<>();
      Parcel.open(file).forEach(read::add);
      assertThat(read).as(name).hasSize(DocumentKind.values().length);
    }
    try (var left = Files.list(folder.getParent())) {
      assertThat(left).contains(folder);
    }
  }

  @Test
  void fault51_aFieldOfTenMegabytesIsRefused() {
    byte[] ten = edits(new CborWriter().value("x".repeat(10 * 1024 * 1024)).toBytes());
    byte[] file = good.resigned(DocumentKind.CHANGE, withEdits(deflated(ten)));
    assertReceivedAs(Reason.TOO_LARGE_INFLATED, file);
    byte[] one = edits(new CborWriter().value("x".repeat(1024 * 1024)).toBytes());
    byte[] less = good.resigned(DocumentKind.CHANGE, withEdits(deflated(one)));
    assertReceivedAs(Reason.TOO_MANY, less);
    for (String text : List.of("61ff", "63eda080", "62c080")) {
      byte[] wrong = edits(HexFormat.of().parseHex(text));
      byte[] signed = good.resigned(DocumentKind.CHANGE, withEdits(deflated(wrong)));
      assertReceivedAs(Reason.MALFORMED, signed);
    }
    assertThat(good.hub.applied).isEmpty();
  }

  /** The packed list of one edit of a note whose one field holds that value. */
  private static byte[] edits(byte[] value) {
    int field = Entity.NOTE.column("text").number();
    return new CborWriter()
        .array(1)
        .array(4)
        .number(Entity.NOTE.number())
        .text("03160/1")
        .number(Kind.SET.number())
        .map(1)
        .number(field)
        .raw(value)
        .toBytes();
  }

  /** A good header with those packed edits, as the commune would write it. */
  private byte[] withEdits(byte[] packed) {
    ChangeHeader header = good.commune.codec.read(good.documents.get(DocumentKind.CHANGE)).header();
    CborWriter out = new CborWriter().map(10);
    HexFormat hex = HexFormat.of();
    out.number(1).bytes(hex.parseHex(header.replica().toString())).number(2).number(0);
    out.number(4).bytes(hex.parseHex(String.valueOf(header.nonce())));
    out.number(5).number(header.time().packed()).number(7).number(1);
    out.number(8).bytes(hex.parseHex(header.certificate())).number(9).text(header.unit());
    out.number(10).bytes(hex.parseHex(header.space()));
    out.number(13).number(Compression.Encoding.DEFLATE.ordinal()).number(15).bytes(packed);
    return out.toBytes();
  }

  /** So many megabytes of zeros: one block that ends at a byte, again and again, and the end. */
  private static byte[] bomb(int megabytes) {
    try (Deflater deflater = new Deflater(9, true)) {
      byte[] block = new byte[4_096];
      deflater.setInput(new byte[1024 * 1024]);
      int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
      byte[] out = new byte[megabytes * length + 2];
      for (int i = 0; i < megabytes; i++) {
        System.arraycopy(block, 0, out, i * length, length);
      }
      out[out.length - 2] = 3;
      return out;
    }
  }

  private static byte[] deflated(byte[] plain) {
    try (Deflater deflater = new Deflater(9, true)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[plain.length / 2 + 1_000];
      return Arrays.copyOf(out, deflater.deflate(out));
    }
  }

  private void assertReceivedAs(Reason reason, byte[] file) {
    noteCheap(
        reason.name(), Cost.of(() -> ReceiverTest.assertReason(good.hub.receive(file), reason)));
  }

  private static void assertRefused(String what, Runnable work) {
    noteCheap(
        what,
        Cost.of(() -> assertThatExceptionOfType(Refusal.class).as(what).isThrownBy(work::run)));
  }

  private static void assertRefused(Reason reason, Runnable work) {
    noteCheap(reason.name(), Cost.of(() -> assertThat(refusal(work).reason()).isEqualTo(reason)));
  }

  /** The memory of an input is always the same, so it is limited; its time is only told. */
  private static void noteCheap(String what, Cost cost) {
    assertThat(cost.bytes()).as(what).isLessThan(Cost.MOST.bytes());
    dearest = dearest.most(cost);
  }

  @AfterAll
  static void tellTheDearest() {
    System.out.println(
        "figure: dearest hostile input " + dearest + " (first reading of a kind too)");
  }

  private void readOrRefuse(String what, DocumentKind kind, byte[] file) {
    try {
      noteCheap(what, Cost.ofReading(() -> good.read(kind, file)));
    } catch (RuntimeException other) {
      throw new AssertionError(kind + " " + what + ": " + HexFormat.of().formatHex(file), other);
    }
  }

  private static Refusal refusal(Runnable work) {
    try {
      work.run();
    } catch (Refusal refusal) {
      return refusal;
    }
    throw new AssertionError("not refused");
  }
}

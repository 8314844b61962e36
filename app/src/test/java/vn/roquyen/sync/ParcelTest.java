package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Role;

final class ParcelTest {
  private final Space space = new Space(5);
  private final Space.Member commune = space.member("03160", Role.COMMUNE);
  private final List<SignedDocument> documents = new ArrayList<>();

  ParcelTest() {
    documents.add(commune.certificate);
    for (int i = 0; i < 5; i++) {
      documents.add(SignedDocument.read(commune.write(Space.note("03160", "n" + i, "chữ " + i))));
    }
  }

  @Test
  void whatWentInComesOutByteByByte(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Gói của xã.rqp");
    Files.write(file, parcel());
    List<byte[]> read = new ArrayList<>();
    Parcel opened = Parcel.open(file);
    opened.forEach(read::add);
    assertThat(opened.parts()).hasSize(6);
    assertThat(read).hasSize(6);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i)).isEqualTo(documents.get(i).encoded());
      assertThat(opened.parts().get(i).brief()).isEqualTo(documents.get(i).id().brief());
    }
  }

  @Test
  void fault17_cutAtEveryByteItIsRefused() throws IOException {
    byte[] whole = parcel();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertRefused("cut at %d".formatted(length), cut);
    }
  }

  @Test
  void fault18_everyFlippedBitIsRefused() throws IOException {
    byte[] whole = parcel();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused("bit %d".formatted(bit), flipped);
    }
  }

  @Test
  void fault19_bytesBehindTheLastDocumentAreRefused() throws IOException {
    byte[] whole = parcel();
    assertThatThrownBy(() -> Parcel.of(Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void fault20_aMailProgramThatRewroteLineEndsIsNamed() throws IOException {
    byte[] unix =
        new String(parcel(), StandardCharsets.ISO_8859_1)
            .replace("\r\n", "\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Parcel.of(unix))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED_IN_MAIL));
    assertThat(Parcel.isParcel(unix)).isTrue();
    assertThat(Parcel.isParcel(documents.getFirst().encoded())).isFalse();
  }

  @Test
  void fault48_anIndexThatClaimsTooMuchIsRefusedBeforeAnythingIsAllocated() throws IOException {
    byte[] whole = parcel();
    whole[40] = 0x7f;
    assertThatThrownBy(() -> Parcel.of(whole))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY));
  }

  private static void assertRefused(String what, byte[] file) {
    Cost cost =
        Cost.of(
            () -> assertThatThrownBy(() -> Parcel.of(file)).as(what).isInstanceOf(Refusal.class));
    assertThat(cost.bytes()).as(what).isLessThan(Cost.MOST.bytes());
  }

  private byte[] parcel() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Parcel.write(out, documents);
    return out.toByteArray();
  }
}

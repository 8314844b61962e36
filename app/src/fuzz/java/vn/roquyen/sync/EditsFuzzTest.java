package vn.roquyen.sync;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import vn.roquyen.sync.Compression.Encoding;
import vn.roquyen.sync.Compression.Packed;

/** What a change holds once it is unpacked, and the unpacking itself. */
final class EditsFuzzTest {
  private final Compression compression = new Compression(List.of(Dictionary.SHIPPED));

  @FuzzTest(maxDuration = "60s")
  void edits(byte[] data) {
    byte[] bytes = Fuzzed.rest(data, 1);
    Encoding encoding = Fuzzed.chosen(Encoding.values(), data);
    String dictionary = encoding == Encoding.DICTIONARY ? Dictionary.SHIPPED.name() : null;
    Fuzzed.refusedOrRead(
        () -> EditCodec.read(compression.unpack(new Packed(encoding, dictionary, bytes))));
    Fuzzed.refusedOrRead(() -> EditCodec.read(bytes));
  }
}

package vn.roquyen.sync;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * A file as it comes from a stick: a good document of any kind with bytes replaced, or no document
 * at all.
 */
final class FileFuzzTest {
  private final OneOfEach good = new OneOfEach();
  private final ChangeCodec codec = new ChangeCodec();

  @FuzzTest(maxDuration = "60s")
  void file(byte[] data) {
    DocumentKind kind = Fuzzed.chosen(DocumentKind.values(), data);
    byte[] document = good.documents.get(kind).encoded();
    byte[] file = Fuzzed.spliced(document, Fuzzed.rest(data, 1));
    Fuzzed.refusedOrRead(() -> good.read(kind, file));
    Fuzzed.refusedOrRead(() -> good.read(data));
    Fuzzed.refusedOrRead(() -> codec.edits(codec.read(file)));
  }
}

package vn.roquyen.sync;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The content of every kind of document, signed by a key that may sign it. */
final class ContentFuzzTest {
  private final OneOfEach good = new OneOfEach();

  @FuzzTest(maxDuration = "90s")
  void content(byte[] data) {
    DocumentKind kind = Fuzzed.chosen(DocumentKind.values(), data);
    byte[] body = Fuzzed.spliced(good.documents.get(kind).body(), Fuzzed.rest(data, 1));
    byte[] file = good.resigned(kind, body);
    Fuzzed.refusedOrRead(() -> good.read(kind, file));
  }
}

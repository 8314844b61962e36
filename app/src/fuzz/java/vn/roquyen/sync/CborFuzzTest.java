package vn.roquyen.sync;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The strict reader of CBOR alone. */
final class CborFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void value(byte[] data) {
    Fuzzed.refusedOrRead(
        () -> {
          CborReader in = new CborReader(data);
          in.value();
          in.end();
        });
  }
}

package vn.roquyen.sync;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import vn.roquyen.domain.Sha256;

/** A parcel whose checksum holds: index and documents can be all that is wrong. */
final class ParcelFuzzTest {
  private static final int MAGIC = 8;
  private static final int HEAD = MAGIC + 32;

  private final OneOfEach good = new OneOfEach();

  @FuzzTest(maxDuration = "60s")
  void parcel(byte[] data) {
    byte[] damaged = Fuzzed.spliced(good.parcel, data);
    Fuzzed.refusedOrRead(() -> good.read(damaged));
    byte[] behind = Fuzzed.spliced(Fuzzed.rest(good.parcel, HEAD), data);
    byte[] whole = Arrays.copyOf(good.parcel, HEAD + behind.length);
    System.arraycopy(Sha256.of(behind), 0, whole, MAGIC, HEAD - MAGIC);
    System.arraycopy(behind, 0, whole, HEAD, behind.length);
    Fuzzed.refusedOrRead(() -> good.read(whole));
  }
}

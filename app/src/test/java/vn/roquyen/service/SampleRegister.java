package vn.roquyen.service;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.roquyen.Wiring;
import vn.roquyen.domain.Commune;
import vn.roquyen.platform.SampleData;

/** A data folder with the sample data, seen from Xã Mường Nhé on 24 November 2026. */
public final class SampleRegister implements AutoCloseable {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Wiring wiring;

  public SampleRegister(Path folder) {
    this(open(folder));
    wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
  }

  private SampleRegister(Wiring wiring) {
    this.wiring = wiring;
  }

  /** The same rows in a folder whose publisher is alone, so that no second key is needed. */
  static SampleRegister ofFounder(Path folder) {
    SampleRegister register = new SampleRegister(open(folder));
    register
        .wiring
        .imports()
        .apply(List.of(SampleData.folder()), ImportService.Options.STRICT, Progress.NONE);
    return register;
  }

  private static Wiring open(Path folder) {
    return new Wiring(
        folder, Clock.fixed(Instant.from(TODAY.atStartOfDay(ZONE).plusHours(9)), ZONE));
  }

  public Wiring wiring() {
    return wiring;
  }

  public Commune unit() {
    return wiring.registers().unit("03160");
  }

  @Override
  public void close() {
    wiring.close();
  }
}

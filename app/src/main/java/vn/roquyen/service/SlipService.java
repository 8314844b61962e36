package vn.roquyen.service;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.PaperSize;
import vn.roquyen.platform.FreshFile;
import vn.roquyen.platform.Messages;
import vn.roquyen.report.Slip;
import vn.roquyen.report.SlipReport;
import vn.roquyen.report.SlipText;

/** Makes the guidance slip that a clerk hands to a citizen: printed, or as text to be copied. */
public final class SlipService {
  private final CardService cards;
  private final Reach reach;
  private final Clock clock;

  public SlipService(CardService cards, Reach reach, Clock clock) {
    this.cards = cards;
    this.reach = reach;
    this.clock = clock;
  }

  /** For which record, commune and day a slip is wanted, and in which language. */
  public record Order(String id, Commune unit, LocalDate date, Messages messages) {}

  /**
   * Writes the slip as a PDF. A file of that name is replaced only when the slip is complete.
   *
   * @throws Fault RECORD_UNKNOWN, OUTPUT_FAILED, DISK_FULL, FONT_MISSING
   */
  public void write(Order order, PaperSize size, Path file) {
    Slip slip = slip(order);
    FreshFile.write(file, out -> SlipReport.write(slip, size, clock.instant(), out));
  }

  /**
   * The slip as plain text.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public String text(Order order) {
    return SlipText.of(slip(order));
  }

  Slip slip(Order order) {
    AnswerCard card = cards.card(order.id(), order.unit(), order.date());
    return new SlipComposer(order.messages(), reach.data().get(), reach.known()).slip(card);
  }
}

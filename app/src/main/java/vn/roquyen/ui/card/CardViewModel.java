package vn.roquyen.ui.card;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.Deadline;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.domain.WorkingCalendar;
import vn.roquyen.service.AnswerCard;
import vn.roquyen.service.InstrumentDetail;
import vn.roquyen.service.LookupHit;
import vn.roquyen.service.Question;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/** Which record's card is shown, seen from a commune on a day. */
public final class CardViewModel {
  private static final int SIMILAR = 4;
  private static final SearchFilter MATTERS =
      SearchFilter.ALL.withKinds(EnumSet.of(RecordKind.POWER, RecordKind.PROCEDURE));

  /** What the cards are made from. */
  public record Sources(TimeMachine times, SlipViewModel.Sources slips) {}

  /**
   * A card with what goes with it.
   *
   * @param instrument the instrument whole; null unless the card is about one
   * @param sure false when it was found for words that it may only be related to
   */
  public record Shown(
      AnswerCard card,
      @Nullable InstrumentDetail instrument,
      WorkingCalendar calendar,
      List<LookupHit> similar,
      boolean sure) {}

  /** What was read: a card, or that the register did not have the record on the known day. */
  private record Found(@Nullable Shown card, @Nullable LocalDate known) {}

  private final Sources sources;
  private final Workplace workplace;
  private final Newest<Found> cards;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LocalDate> notThen = new ReadOnlyObjectWrapper<>();
  private @Nullable String id;
  private boolean sure;

  public CardViewModel(Sources sources, Workplace workplace) {
    this.sources = sources;
    this.workplace = workplace;
    this.cards = workplace.newest(this::take);
  }

  /** The card in view; null when there is none. */
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The day on which the register did not have the record that was to be shown, else null. */
  public ReadOnlyObjectProperty<@Nullable LocalDate> notThen() {
    return notThen.getReadOnlyProperty();
  }

  /** Shows the card of a record. */
  public void open(String wanted, boolean isSure) {
    id = wanted;
    sure = isSure;
    refresh();
  }

  /** Shows no card. */
  public void close() {
    id = null;
    cards.drop();
    notThen.set(null);
    shown.set(null);
  }

  /** Makes the card anew: the day, the commune or the data changed. */
  public void refresh() {
    String wanted = id;
    Standpoint from = workplace.from();
    if (wanted == null || from == null) {
      return;
    }
    boolean isSure = sure;
    cards.ask(() -> read(wanted, from, isSure));
  }

  private void take(Found found) {
    notThen.set(null);
    shown.set(found.card());
    notThen.set(found.card() == null ? found.known() : null);
  }

  /** What prints and copies the card; its work runs in the lane of the card. */
  SlipViewModel slips(Desk desk) {
    return new SlipViewModel(
        sources.slips(), workplace.lane(), desk.messages(), workplace.onFailed());
  }

  /** The day on which the result is due when the dossier is handed in on another day. */
  static @Nullable Deadline due(Shown shown, AnswerCard.Filing filing, LocalDate handedIn) {
    return filing.limit() == null ? null : shown.calendar().due(handedIn, filing.limit());
  }

  private Found read(String wanted, Standpoint from, boolean isSure) {
    TimeMachine.Answers answers = sources.times().as(from.known());
    AnswerCard card;
    try {
      card = answers.cards().card(wanted, from.unit(), from.date());
    } catch (Fault fault) {
      if (from.known() != null && fault.code() == FaultCode.RECORD_UNKNOWN) {
        return new Found(null, from.known());
      }
      throw fault;
    }
    boolean isInstrument = card.subject().kind() == RecordKind.INSTRUMENT;
    return new Found(
        new Shown(
            card,
            isInstrument ? answers.instruments().detail(wanted, from.unit(), from.date()) : null,
            answers.registers().calendar(),
            isInstrument ? List.of() : similar(card, from, answers),
            isSure),
        from.known());
  }

  private static List<LookupHit> similar(
      AnswerCard card, Standpoint from, TimeMachine.Answers answers) {
    Question question =
        new Question(card.subject().title(), false, MATTERS, from.unit(), from.date(), SIMILAR + 1);
    return answers.lookup().find(question).hits().stream()
        .filter(hit -> !hit.id().equals(card.subject().id()))
        .filter(hit -> hit.confidence() == Confidence.HIGH)
        .limit(SIMILAR)
        .toList();
  }
}

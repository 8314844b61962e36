package vn.roquyen.ui.card;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import vn.roquyen.ui.common.Background;
import vn.roquyen.ui.common.Desk;
import vn.roquyen.ui.common.Standpoint;

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

  private final Sources sources;
  private final Background.Lane lane;
  private final ReadOnlyObjectProperty<@Nullable Standpoint> standpoint;
  private final Consumer<Throwable> onFailed;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LocalDate> notThen = new ReadOnlyObjectWrapper<>();
  private @Nullable String id;
  private boolean sure;
  private long newest;

  public CardViewModel(
      Sources sources,
      Background.Lane lane,
      ReadOnlyObjectProperty<@Nullable Standpoint> standpoint,
      Consumer<Throwable> onFailed) {
    this.sources = sources;
    this.lane = lane;
    this.standpoint = standpoint;
    this.onFailed = onFailed;
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
    newest++;
    notThen.set(null);
    shown.set(null);
  }

  /** Makes the card anew: the day, the commune or the data changed. */
  public void refresh() {
    long number = ++newest;
    String wanted = id;
    Standpoint from = standpoint.get();
    if (wanted == null || from == null) {
      return;
    }
    boolean isSure = sure;
    lane.runLatest(
        () -> read(wanted, from, isSure),
        card -> {
          if (number == newest) {
            notThen.set(null);
            shown.set(card.orElse(null));
            notThen.set(card.isPresent() ? null : from.known());
          }
        },
        failure -> {
          if (number == newest) {
            onFailed.accept(failure);
          }
        });
  }

  /** What prints and copies the card; its work runs in the lane of the card. */
  SlipViewModel slips(Desk desk) {
    return new SlipViewModel(sources.slips(), lane, desk.messages(), onFailed);
  }

  /** The day on which the result is due when the dossier is handed in on another day. */
  static @Nullable Deadline due(Shown shown, AnswerCard.Filing filing, LocalDate handedIn) {
    return filing.limit() == null ? null : shown.calendar().due(handedIn, filing.limit());
  }

  private Optional<Shown> read(String wanted, Standpoint from, boolean isSure) {
    TimeMachine.Answers answers = sources.times().as(from.known());
    AnswerCard card;
    try {
      card = answers.cards().card(wanted, from.unit(), from.date());
    } catch (Fault fault) {
      if (from.known() != null && fault.code() == FaultCode.RECORD_UNKNOWN) {
        return Optional.empty();
      }
      throw fault;
    }
    boolean isInstrument = card.subject().kind() == RecordKind.INSTRUMENT;
    return Optional.of(
        new Shown(
            card,
            isInstrument ? answers.instruments().detail(wanted, from.unit(), from.date()) : null,
            answers.registers().calendar(),
            isInstrument ? List.of() : similar(card, from, answers),
            isSure));
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

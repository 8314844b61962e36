package vn.roquyen.service;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.impact.Difference;
import vn.roquyen.service.DifferenceService.Axis;

/**
 * What changed for a unit: what differs between two days, and in a digest up to today also what
 * ends soon and what the unit has not confirmed yet. To-dos follow from it; they are kept nowhere.
 */
public final class NewsService {
  private final TimeMachine times;
  private final DifferenceService differences;
  private final Acknowledgements acknowledgements;

  public NewsService(
      TimeMachine times, DifferenceService differences, Acknowledgements acknowledgements) {
    this.times = times;
    this.differences = differences;
    this.acknowledgements = acknowledgements;
  }

  /** Two days and by what they are compared. */
  public record Period(Axis axis, LocalDate from, LocalDate to) {}

  /**
   * The day at whose end the digest begins: before the last exchange, or when the register began.
   * Null while the register is empty.
   */
  public @Nullable LocalDate since() {
    LocalDate begins = times.begins();
    LocalDate last = times.lastNews();
    return last == null || last.equals(begins) ? begins : last.minusDays(1);
  }

  /** What is new for a unit since the end of a day, what ends soon, and what it is to confirm. */
  public List<NewsItem> digest(Commune unit, LocalDate since, LocalDate today) {
    NewsMaking making = making(unit, new Period(Axis.KNOWN, since, today));
    making.differ(differences);
    making.endingAndOpen(today);
    return making.sorted();
  }

  /** How many grants the unit has still to confirm; 0 where this machine cannot confirm for it. */
  public int toConfirm(Commune unit, LocalDate today) {
    LocalDate since = since();
    return since == null || !acknowledgements.mayConfirmFor(unit)
        ? 0
        : (int) digest(unit, since, today).stream().filter(NewsItem::asks).count();
  }

  /** What differs for a unit between two days. */
  public List<NewsItem> compare(Commune unit, Period period) {
    NewsMaking making = making(unit, period);
    making.differ(differences);
    return making.sorted();
  }

  /** The same items, those of procedures with what was written in every field too. */
  public List<NewsItem> whole(List<NewsItem> items, Period period) {
    if (period.axis() == Axis.FORCE) {
      return items;
    }
    List<Difference> listed =
        items.stream().map(NewsItem::difference).filter(Objects::nonNull).toList();
    Iterator<Difference> whole =
        differences.whole(listed, period.from(), period.to(), Progress.NONE).iterator();
    return items.stream()
        .map(item -> item.difference() == null ? item : item.with(whole.next()))
        .toList();
  }

  private NewsMaking making(Commune unit, Period period) {
    boolean known = period.axis() == Axis.KNOWN;
    TimeMachine.Answers then = known ? times.then(period.from()).answers() : times.as(null);
    TimeMachine.Answers now = known ? times.then(period.to()).answers() : times.as(null);
    return new NewsMaking(unit, period, then, now, acknowledgements.of(unit.code()));
  }
}

package vn.roquyen.ui.lookup;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.service.Lookup;
import vn.roquyen.service.LookupHit;
import vn.roquyen.service.Question;
import vn.roquyen.service.TimeMachine;
import vn.roquyen.ui.common.Newest;
import vn.roquyen.ui.common.Standpoint;
import vn.roquyen.ui.common.Workplace;

/**
 * What is asked and what was found. An answer that comes after a newer question was asked is
 * dropped.
 */
public final class LookupViewModel {
  /** Rows that are shown; who needs more types another word. */
  static final int LIMIT = 60;

  /**
   * What was found.
   *
   * @param asked the words as they were asked
   * @param millis how long the look-up took
   */
  public record Findings(String asked, Lookup lookup, long millis) {

    /** The hits in the order of the list: those that answer, then those that may be related. */
    List<LookupHit> rows() {
      return lookup.hits().stream().sorted(Comparator.comparing(LookupHit::confidence)).toList();
    }

    /** How many hits answer the question. */
    int sure() {
      return (int)
          lookup.hits().stream().filter(hit -> hit.confidence() == Confidence.HIGH).count();
    }
  }

  /** An answer, and whether the chosen hit stays chosen in it. */
  private record Answered(Findings findings, boolean keepsChoice) {}

  private final TimeMachine times;
  private final Workplace workplace;
  private final Newest<Answered> answers;
  private final ReadOnlyObjectWrapper<@Nullable Findings> findings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LookupHit> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SearchFilter> filter =
      new ReadOnlyObjectWrapper<>(SearchFilter.ALL);
  private String words = "";

  public LookupViewModel(TimeMachine times, Workplace workplace) {
    this.times = times;
    this.workplace = workplace;
    this.answers = workplace.newest(this::take);
  }

  /** What was found last; null while nothing is asked. */
  public ReadOnlyObjectProperty<@Nullable Findings> findings() {
    return findings.getReadOnlyProperty();
  }

  /** The hit whose card is shown; null when none is. */
  public ReadOnlyObjectProperty<@Nullable LookupHit> selected() {
    return selected.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<SearchFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /**
   * Asks; the words are taken as they are, only their composition is normalised.
   *
   * @param typing true while the last word may be unfinished
   */
  public void ask(String text, boolean typing) {
    words = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    run(typing && !text.endsWith(" "), false);
  }

  /** Asks the same for another day, another commune or newer data. */
  public void askAgain() {
    run(false, true);
  }

  /** Narrows or widens what is found. */
  public void narrow(SearchFilter wanted) {
    filter.set(wanted);
    run(false, true);
  }

  public void select(@Nullable LookupHit hit) {
    selected.set(hit);
  }

  /** Moves the selection up or down by some rows. */
  public void move(int rows) {
    Findings shown = findings.get();
    if (shown == null || shown.lookup().hits().isEmpty()) {
      return;
    }
    List<LookupHit> hits = shown.rows();
    int now = selected.get() == null ? -1 : hits.indexOf(selected.get());
    selected.set(hits.get(Math.clamp(now + rows, 0, hits.size() - 1)));
  }

  private void run(boolean typing, boolean keepsChoice) {
    Standpoint from = workplace.from();
    if (words.isEmpty() || from == null) {
      answers.drop();
      filter.set(SearchFilter.ALL);
      findings.set(null);
      selected.set(null);
      return;
    }
    Question question = new Question(words, typing, filter.get(), from.unit(), from.date(), LIMIT);
    answers.ask(
        () -> {
          long start = System.nanoTime();
          Lookup found = times.as(from.known()).lookup().find(question);
          long millis = (System.nanoTime() - start) / 1_000_000;
          return new Answered(new Findings(question.text(), found, millis), keepsChoice);
        });
  }

  private void take(Answered answered) {
    LookupHit before = answered.keepsChoice() ? selected.get() : null;
    findings.set(answered.findings());
    selected.set(toShow(answered.findings().rows(), before));
  }

  /**
   * The hit that was chosen before, else the first when it is sure. One that may only be related is
   * never opened by itself: its verdict would read like an answer to the question.
   */
  private static @Nullable LookupHit toShow(List<LookupHit> hits, @Nullable LookupHit before) {
    for (LookupHit hit : hits) {
      if (before != null && hit.id().equals(before.id())) {
        return hit;
      }
    }
    return !hits.isEmpty() && hits.getFirst().confidence() == Confidence.HIGH
        ? hits.getFirst()
        : null;
  }
}

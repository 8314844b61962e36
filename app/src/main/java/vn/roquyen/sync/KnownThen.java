package vn.roquyen.sync;

import java.util.function.IntFunction;
import vn.roquyen.domain.RecordedChange;

/**
 * What a register knew at an earlier instant: the beginning of its journal, judged by the trust of
 * that time.
 *
 * @param count how many changes it knew
 * @param changes by their position, as they counted then
 * @param countsAsNow true when each of them counts now as it did then
 */
public record KnownThen(int count, IntFunction<RecordedChange> changes, boolean countsAsNow) {}

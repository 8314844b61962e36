package vn.roquyen.service;

/**
 * The services that look at the past of the register: as it answered then, what differs, what a
 * unit has to know of it, and what it confirmed.
 */
public record HistoryServices(
    TimeMachine times,
    DifferenceService differences,
    NewsService news,
    Acknowledgements acknowledgements) {

  /** All of them over one register. */
  public static HistoryServices of(TimeMachine times, Acknowledgements acknowledgements) {
    DifferenceService differences = new DifferenceService(times);
    return new HistoryServices(
        times,
        differences,
        new NewsService(times, differences, acknowledgements),
        acknowledgements);
  }
}

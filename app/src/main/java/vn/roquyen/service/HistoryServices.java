package vn.roquyen.service;

/** The services that look at the past of the register: as it answered then, and what differs. */
public record HistoryServices(TimeMachine times, DifferenceService differences) {}

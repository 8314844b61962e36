package vn.roquyen.service;

/**
 * The services that look at the register as a whole: what to check, what a change would break, how
 * far powers have come down, and all of it on paper.
 */
public record ReviewServices(
    CheckService checks,
    CheckList list,
    CheckAnswers answers,
    ImpactService impact,
    CoverageService coverage,
    HandbookService handbook) {}

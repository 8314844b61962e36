package vn.roquyen.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.Span;
import vn.roquyen.domain.TimeLimit;

/**
 * One line of the result list.
 *
 * @param marks stretches of the title that match
 * @param competence who is competent; null for an instrument
 * @param field name of the field, null when unknown
 * @param mode the route of the first grant, null for others
 * @param number national code of a procedure or number of an instrument, null for others
 * @param limit the first time limit of a procedure that has a number and a unit
 * @param status of an instrument on the day asked for, null for others
 */
public record LookupHit(
    String id,
    RecordKind kind,
    String title,
    List<Span> marks,
    double score,
    Confidence confidence,
    @Nullable Competence competence,
    @Nullable String field,
    @Nullable Mode mode,
    @Nullable String number,
    @Nullable TimeLimit limit,
    @Nullable InstrumentStatus status) {}

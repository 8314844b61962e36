package vn.roquyen.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.FacetCounts;

/** The answer to a {@link Question}. */
public record Lookup(
    List<LookupHit> hits,
    int total,
    FacetCounts counts,
    List<String> suggestions,
    @Nullable String readAs) {}

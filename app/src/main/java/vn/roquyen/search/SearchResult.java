package vn.roquyen.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.FacetCounts;

/**
 * The answer of the index.
 *
 * @param total number of all hits, of which {@code hits} is the first page
 * @param suggestions other wordings to try when there is no confident hit
 * @param readAs the question after a legacy encoding was recognised, else null
 */
public record SearchResult(
    List<SearchHit> hits,
    int total,
    FacetCounts counts,
    List<String> suggestions,
    @Nullable String readAs) {}

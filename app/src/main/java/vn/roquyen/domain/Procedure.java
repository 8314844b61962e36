package vn.roquyen.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An administrative procedure (TTHC) of the national catalogue.
 *
 * @param code national code such as {@code 1.001193}
 * @param levels tags of the portal: {@code bo tinh xa khac}; "xa" alone does not make the commune
 *     competent
 * @param agency who carries it out, as the source writes it
 * @param authority who decides, as the source writes it
 * @param snapshot the day on which the source was read, ISO
 * @param decidingBody who decides according to the steps; only where agency and authority are empty
 */
public record Procedure(
    String code,
    String name,
    @Nullable String decision,
    Set<String> levels,
    @Nullable String field,
    @Nullable String subjects,
    @Nullable String agency,
    @Nullable String authority,
    @Nullable String ministry,
    @Nullable String steps,
    List<Channel> channels,
    List<DossierItem> dossier,
    List<LegalBasis> legal,
    @Nullable String conditions,
    @Nullable String result,
    @Nullable String url,
    @Nullable String snapshot,
    @Nullable String decidingBody) {}

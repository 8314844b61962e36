package vn.roquyen.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    @Nullable String decidingBody) {

  /** What a list and the resolver need, of a row that has at least that. */
  public static Procedure brief(Row row) {
    return new Procedure(
        row.key(),
        Objects.requireNonNullElse(text(row, "name"), row.key()),
        text(row, "decision"),
        levels(text(row, "levels")),
        text(row, "field"),
        null,
        text(row, "agency"),
        text(row, "authority"),
        text(row, "ministry"),
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        text(row, "snapshot"),
        text(row, "deciding_body"));
  }

  /** The tags of the portal as they are written in one text. */
  public static Set<String> levels(@Nullable String tags) {
    return tags == null
        ? Set.of()
        : Arrays.stream(tags.split("\\|")).map(String::strip).collect(Collectors.toSet());
  }

  private static @Nullable String text(Row row, String column) {
    Object value = row.values().get(column);
    return value == null ? null : value.toString();
  }
}

package vn.roquyen.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.exchange.Annex;

/**
 * Finds the provisions that the lines of an annex name in words. One that neither the register nor
 * the draft has is proposed with the lines; words that are not clearly one provision stay words.
 */
final class AnnexProvisions {
  private static final String INSTRUMENT = "instrument_id";
  private static final String PROVISION = "provision_id";

  private final AnnexNames names;
  private final @Nullable String own;
  private final Map<String, Operation> fresh = new LinkedHashMap<>();

  /**
   * @param drafted the rows of the draft, whose new instrument is the basis where a line names none
   */
  AnnexProvisions(AnnexNames names, List<DraftRow> drafted) {
    this.names = names;
    this.own = DraftRows.ownInstrument(drafted);
  }

  /** The line with the record of the provision that it names, where it clearly names one. */
  Annex.Line of(Annex annex, Annex.Line line, @Nullable Row there) {
    Citation citation = Citation.read(Objects.toString(line.values().get("provision"), ""));
    Object stated = line.values().get(INSTRUMENT);
    Object instrument = there == null || stated != null ? stated : there.values().get(INSTRUMENT);
    if (annex.entity() != Entity.GRANT
        || citation == null
        || line.values().containsKey(PROVISION)
        || (instrument == null && (own == null || there != null))) {
      return line;
    }
    String basis = instrument == null ? Objects.requireNonNull(own) : instrument.toString();
    Map<String, Object> values = new LinkedHashMap<>(line.values());
    values.put(PROVISION, key(basis, citation));
    if (there == null) {
      values.put(INSTRUMENT, basis);
    }
    return new Annex.Line(line.number(), line.key(), values);
  }

  private String key(String instrument, Citation citation) {
    String known = names.provision(instrument, citation);
    if (known != null) {
      return known;
    }
    String key = Provision.key(instrument, citation);
    fresh.computeIfAbsent(
        key,
        any -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put(INSTRUMENT, instrument);
          values.put("article", citation.article());
          if (citation.clause() != null) {
            values.put("clause", citation.clause());
          }
          if (citation.point() != null) {
            values.put("point", citation.point());
          }
          return new Operation.Insert(Entity.PROVISION, key, values);
        });
    return key;
  }

  /** The new provisions on which lines rest that would be recorded. */
  List<Operation> proposed(List<AnnexPreview.Line> lines, WaitingEdits waiting) {
    List<Operation> wanted = new ArrayList<>();
    fresh.forEach(
        (key, insert) -> {
          boolean used = lines.stream().anyMatch(line -> names(line.operation(), key));
          if (used && waiting.proposing(insert) == null) {
            wanted.add(insert);
          }
        });
    return wanted;
  }

  private static boolean names(@Nullable Operation operation, String provision) {
    return switch (operation) {
      case null -> false;
      case Operation.Insert insert -> provision.equals(insert.values().get(PROVISION));
      case Operation.SetFields set -> provision.equals(set.values().get(PROVISION));
      case Operation.Remove remove -> false;
    };
  }
}

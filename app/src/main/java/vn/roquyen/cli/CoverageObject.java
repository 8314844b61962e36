package vn.roquyen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Competence.Holder;
import vn.roquyen.domain.coverage.Coverage;
import vn.roquyen.domain.coverage.FieldRow;
import vn.roquyen.domain.coverage.Headline;
import vn.roquyen.domain.coverage.PowerRow;
import vn.roquyen.domain.coverage.Tier;
import vn.roquyen.domain.coverage.TrendPoint;
import vn.roquyen.domain.coverage.UnitClass;

/** The coverage as an object for machines. */
final class CoverageObject {
  private CoverageObject() {}

  static Map<String, @Nullable Object> of(Coverage coverage) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("date", coverage.date());
    object.put("revision", coverage.revision());
    object.put("headline", coverage.headline().lines().stream().map(CoverageObject::of).toList());
    object.put("reasons", coverage.headline().reasons().stream().map(CoverageObject::of).toList());
    object.put("fields", coverage.fields().stream().map(CoverageObject::of).toList());
    object.put(
        "powers", coverage.powers().stream().map(row -> of(row, coverage.classes())).toList());
    object.put("trend", coverage.trend().stream().map(CoverageObject::of).toList());
    return object;
  }

  private static Map<String, @Nullable Object> of(Headline.Line line) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("part", line.part());
    object.put("stated", line.stated());
    object.put("counted", line.powers().size());
    line.byMode().forEach((mode, powers) -> object.put(Names.lower(mode), powers.size()));
    return object;
  }

  private static Map<String, @Nullable Object> of(Headline.Reason reason) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("code", reason.why());
    object.put("figures", reason.figures());
    object.put("powers", reason.powers());
    return object;
  }

  private static Map<String, @Nullable Object> of(FieldRow row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("field", row.field() == null ? null : row.field().id());
    List<Map<String, @Nullable Object>> grants = new ArrayList<>();
    row.cells()
        .forEach(
            (slot, acts) -> {
              Map<String, @Nullable Object> cell = new LinkedHashMap<>();
              cell.put("mode", slot.mode());
              cell.put("level", slot.level());
              cell.put("grants", acts.stream().map(act -> act.grant().id()).toList());
              grants.add(cell);
            });
    object.put("grants", grants);
    Map<String, @Nullable Object> powers = new LinkedHashMap<>();
    row.powers().forEach((tier, found) -> powers.put(Names.lower(tier), found.size()));
    object.put("powers", powers);
    object.put("sixClearsPercent", row.complete().grants() == 0 ? null : row.complete().percent());
    return object;
  }

  private static Map<String, @Nullable Object> of(PowerRow row, List<UnitClass> classes) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", row.power().id());
    object.put("title", row.power().title());
    object.put("tier", row.tier());
    object.put("holders", row.holders().stream().map(Holder::name).toList());
    List<Map<String, @Nullable Object>> cells = new ArrayList<>();
    for (int at = 0; at < classes.size(); at++) {
      PowerRow.Cell cell = row.cells().get(at);
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("class", classes.get(at).type());
      one.put("commune", cell.commune());
      one.put("elsewhere", cell.elsewhere());
      one.put("unknown", cell.unknown());
      cells.add(one);
    }
    object.put("classes", cells);
    return object;
  }

  private static Map<String, @Nullable Object> of(TrendPoint point) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("date", point.date());
    for (Tier tier : Tier.values()) {
      object.put(Names.lower(tier), point.byTier().get(tier));
    }
    object.put("undated", point.undated());
    return object;
  }
}

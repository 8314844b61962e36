package vn.roquyen.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.BodyKind;
import vn.roquyen.domain.CalendarDay;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.InstrumentStatus;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RelationKind;

/** The CSV files that can be read, and which of them a file is. */
final class CsvShapes {
  private static final Map<String, String> MODES =
      with(
          CsvShape.words(Mode.values()),
          Map.of(
              "phan_quyen", "DEVOLUTION",
              "phan_cap", "DECENTRALISATION",
              "uy_quyen", "DELEGATION",
              "phan_dinh", "ATTRIBUTION",
              "phan_dinh_tham_quyen", "ATTRIBUTION"));

  private static final Map<String, String> STATUSES =
      with(
          CsvShape.words(InstrumentStatus.values()),
          Map.of(
              "repealed", "EXPIRED",
              "amended", "PARTLY_EXPIRED",
              "con_hieu_luc", "IN_FORCE",
              "het_hieu_luc", "EXPIRED",
              "het_hieu_luc_mot_phan", "PARTLY_EXPIRED",
              "chua_co_hieu_luc", "NOT_YET_IN_FORCE",
              "ngung_hieu_luc", "SUSPENDED",
              "chua_ro_hieu_luc", "UNKNOWN"));

  private static final UnaryOperator<String> COMMAS_TO_SEMICOLONS =
      text -> text.replaceAll(",\\s*(?=(Xã|Phường|Thị trấn|Đặc khu) )", "; ");

  /** In the order in which they are tried; of one kind, the first one found in a folder is read. */
  static final List<CsvShape> ALL =
      List.of(
          CsvShape.of(Entity.PROVINCE, "provinces", "code").filled("type", "name", "full_name"),
          CsvShape.of(Entity.PROVINCE, "provinces_official", "province_code")
              .filled("type", "name", "full_name"),
          CsvShape.of(Entity.COMMUNE, "communes", "code")
              .filled("type", "name", "full_name", "province_code")
              .present("predecessors"),
          CsvShape.of(Entity.COMMUNE, "communes_official", "commune_code")
              .filled("type", "name", "full_name", "province_code"),
          CsvShape.of(Entity.COMMUNE, "dien_bien_45_units", "commune_code")
              .filled("type", "name", "full_name")
              .renamed(
                  "formed_from_pre_2025_units",
                  "predecessors",
                  CsvShape.Need.PRESENT,
                  COMMAS_TO_SEMICOLONS)
              .always("province_code", "11"),
          CsvShape.of(Entity.BODY, "bodies", "id")
              .filled("name")
              .present("short_name")
              .tokens("level", CsvShape.Need.FILLED, CsvShape.words(Level.values()))
              .tokens("kind", CsvShape.Need.FILLED, CsvShape.words(BodyKind.values()))
              .present("parent_id"),
          CsvShape.of(Entity.FIELD, "fields", "id").filled("name").present("parent_id"),
          CsvShape.of(Entity.INSTRUMENT, "instruments", "id")
              .present("number", "kind", "issuer_id", "issued_on", "effective_from", "effective_to")
              .tokens("status", CsvShape.Need.PRESENT, STATUSES)
              .filled("title")
              .present("source_quote"),
          CsvShape.of(
                  Entity.INSTRUMENT_RELATION,
                  "instrument_relations",
                  "from_id",
                  "relation",
                  "to_id")
              .filled("from_id", "to_id")
              .tokens("relation", CsvShape.Need.FILLED, CsvShape.words(RelationKind.values()))
              .present("note")
              .optional("provision_id"),
          CsvShape.of(Entity.PROVISION, "provisions", "id")
              .filled("instrument_id")
              .part("article", CsvShape.Need.FILLED, Citation.NUMBERED)
              .part("clause", CsvShape.Need.PRESENT, Citation.NUMBERED)
              .part("point", CsvShape.Need.PRESENT, Citation.LETTERED)
              .optional("text"),
          CsvShape.of(Entity.POWER, "powers", "id")
              .present("field_id")
              .filled("title")
              .present("description", "keywords"),
          CsvShape.of(Entity.GRANT, "grants", "id")
              .filled("power_id")
              .tokens("mode", CsvShape.Need.FILLED, MODES)
              .present("grantor_id", "grantee_id", "instrument_id", "valid_from", "valid_to")
              .present("scope", "procedure_count", "person", "task", "responsibility")
              .present("authority", "resources", "result", "source_quote")
              .optional("provision", "provision_id", "territory", "conditions"),
          CsvShape.of(Entity.DIFFICULTY, "difficulties", "id")
              .present("block", "category")
              .filled("title")
              .present("description", "affected", "source_quote"),
          CsvShape.of(Entity.PROPOSAL, "proposals", "id")
              .present("addressee")
              .filled("title")
              .present("description", "source_quote"),
          CsvShape.of(Entity.STATISTIC, "statistics", "id")
              .filled("subject")
              .renamed("value", "amount", CsvShape.Need.FILLED, UnaryOperator.identity())
              .present("unit", "as_of", "source_quote"),
          CsvShape.of(Entity.CALENDAR_DAY, "days", "date")
              .tokens("kind", CsvShape.Need.FILLED, CsvShape.words(CalendarDay.Kind.values()))
              .filled("name")
              .present("basis", "status"));

  /** A procedure as a person writes one; the catalogue itself comes as JSON. */
  static final CsvShape PROCEDURE =
      CsvShape.of(Entity.PROCEDURE, "procedures", "code")
          .filled("name")
          .present("decision", "levels", "field", "subjects", "agency", "authority", "ministry")
          .present("steps", "conditions", "result", "url", "deciding_body");

  private CsvShapes() {}

  /** The shape that a file of that base name must have, or null when the name tells nothing. */
  static @Nullable CsvShape named(String baseName) {
    return ALL.stream().filter(s -> s.fileName().equals(baseName)).findFirst().orElse(null);
  }

  /** The shape that fits the headers best, or null when none fits. */
  static @Nullable CsvShape fitting(Set<String> headers) {
    CsvShape best = null;
    for (CsvShape shape : ALL) {
      boolean fits = headers.containsAll(shape.needed());
      if (fits && (best == null || shape.needed().size() > best.needed().size())) {
        best = shape;
      }
    }
    return best;
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return Collections.unmodifiableMap(all);
  }
}

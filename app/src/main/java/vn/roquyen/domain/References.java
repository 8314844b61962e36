package vn.roquyen.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which columns hold the key of another row, and of which entity it may be. */
public final class References {
  private static final Map<Entity, Map<String, List<Entity>>> ALL =
      Map.of(
          Entity.COMMUNE, Map.of("province_code", List.of(Entity.PROVINCE)),
          Entity.BODY, Map.of("parent_id", List.of(Entity.BODY)),
          Entity.FIELD, Map.of("parent_id", List.of(Entity.FIELD)),
          Entity.INSTRUMENT, Map.of("issuer_id", List.of(Entity.BODY)),
          Entity.INSTRUMENT_RELATION,
              Map.of(
                  "from_id", List.of(Entity.INSTRUMENT),
                  "to_id", List.of(Entity.INSTRUMENT),
                  "provision_id", List.of(Entity.PROVISION)),
          Entity.PROVISION, Map.of("instrument_id", List.of(Entity.INSTRUMENT)),
          Entity.POWER, Map.of("field_id", List.of(Entity.FIELD)),
          Entity.GRANT,
              Map.of(
                  "power_id", List.of(Entity.POWER, Entity.PROCEDURE),
                  "grantor_id", List.of(Entity.BODY),
                  "grantee_id", List.of(Entity.BODY),
                  "instrument_id", List.of(Entity.INSTRUMENT),
                  "provision_id", List.of(Entity.PROVISION)));

  private References() {}

  /**
   * The column that names the instrument whose provision a row may name: the basis of a grant, the
   * target of a relation; null for rows that name no provision.
   */
  public static @Nullable String provisionOf(Entity entity) {
    return switch (entity) {
      case GRANT -> "instrument_id";
      case INSTRUMENT_RELATION -> "to_id";
      default -> null;
    };
  }

  /** The referring columns of an entity, each with the entities that its value may name. */
  public static Map<String, List<Entity>> of(Entity entity) {
    return ALL.getOrDefault(entity, Map.of());
  }
}

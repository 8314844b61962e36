package vn.roquyen.domain;

import java.util.List;
import java.util.Map;

/** Which columns hold the key of another row, and of which entity it may be. */
public final class References {
  private static final Map<Entity, Map<String, List<Entity>>> ALL =
      Map.of(
          Entity.COMMUNE, Map.of("province_code", List.of(Entity.PROVINCE)),
          Entity.BODY, Map.of("parent_id", List.of(Entity.BODY)),
          Entity.FIELD, Map.of("parent_id", List.of(Entity.FIELD)),
          Entity.INSTRUMENT, Map.of("issuer_id", List.of(Entity.BODY)),
          Entity.INSTRUMENT_RELATION,
              Map.of("from_id", List.of(Entity.INSTRUMENT), "to_id", List.of(Entity.INSTRUMENT)),
          Entity.POWER, Map.of("field_id", List.of(Entity.FIELD)),
          Entity.GRANT,
              Map.of(
                  "power_id", List.of(Entity.POWER, Entity.PROCEDURE),
                  "grantor_id", List.of(Entity.BODY),
                  "grantee_id", List.of(Entity.BODY),
                  "instrument_id", List.of(Entity.INSTRUMENT)));

  private References() {}

  /** The referring columns of an entity, each with the entities that its value may name. */
  public static Map<String, List<Entity>> of(Entity entity) {
    return ALL.getOrDefault(entity, Map.of());
  }
}

package vn.roquyen.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.PlainLetters;
import vn.roquyen.domain.References;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.exchange.AnnexReader;
import vn.roquyen.persistence.ProcedureRepository;
import vn.roquyen.search.LegacyText;

/**
 * Finds the records that an annex names by what a person writes: titles, names of bodies, numbers
 * of instruments, codes. A name that two records share names none of them.
 */
final class AnnexNames implements AnnexReader.Words {
  private static final String SHARED = "";

  private final Map<Entity, Map<String, String>> keys = new HashMap<>();
  private final ProcedureRepository procedures;
  private final LegacyText legacy = LegacyText.shipped();

  AnnexNames(Register register, ProcedureRepository procedures) {
    this.procedures = procedures;
    register.powers().values().forEach(power -> name(Entity.POWER, power.id(), power.title()));
    register.fields().values().forEach(field -> name(Entity.FIELD, field.id(), field.name()));
    register
        .bodies()
        .values()
        .forEach(body -> name(Entity.BODY, body.id(), body.name(), body.shortName()));
    register
        .instruments()
        .values()
        .forEach(
            instrument ->
                name(Entity.INSTRUMENT, instrument.id(), instrument.number(), instrument.title()));
  }

  @Override
  public String clean(String written) {
    return Objects.requireNonNullElse(legacy.decode(written), written);
  }

  @Override
  public @Nullable String keyOf(Entity entity, String field, String written) {
    for (Entity target : References.of(entity).getOrDefault(field, List.of())) {
      String key = keyOf(target, written);
      if (key != null) {
        return key;
      }
    }
    return null;
  }

  /** The record of that kind which has the text as its id, number or name; null when none has. */
  @Nullable String keyOf(Entity target, String written) {
    if (target == Entity.PROCEDURE) {
      String code = written.strip();
      return procedures.find(code) == null ? null : code;
    }
    Map<String, String> names = keys.getOrDefault(target, Map.of());
    String key = names.get(plain(written));
    if (key == null && target == Entity.INSTRUMENT) {
      // "Quyết định số 95/2025/QĐ-UBND ngày 01/8/2025": the number stands among other words.
      for (String word : written.split("\\s+")) {
        key = key == null && word.contains("/") ? names.get(plain(word)) : key;
      }
    }
    return SHARED.equals(key) ? null : key;
  }

  private void name(Entity entity, String id, @Nullable String... names) {
    Map<String, String> known = keys.computeIfAbsent(entity, any -> new HashMap<>());
    known.put(plain(id), id);
    for (String name : names) {
      if (name != null && !plain(name).isEmpty()) {
        known.merge(plain(name), id, (old, other) -> old.equals(other) ? old : SHARED);
      }
    }
  }

  /** A new row of a draft. */
  void name(DraftRow row) {
    if (row.kind() == DraftRow.Kind.NEW && !row.key().isEmpty()) {
      name(
          row.entity(),
          row.key(),
          row.text("number"),
          row.text("title"),
          row.text("name"),
          row.text("short_name"));
    }
  }

  private static String plain(String name) {
    return PlainLetters.words(name)
        .replaceAll("\\bubnd\\b", "uy ban nhan dan")
        .replaceAll("\\bhdnd\\b", "hoi dong nhan dan");
  }
}

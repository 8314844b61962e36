package vn.roquyen.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Citation;
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

  /** Provisions by instrument and citation: "điểm d" and "điểm đ" are not the same words. */
  private final Map<String, Map<Citation, String>> provisions = new HashMap<>();

  private final Map<String, String> instrumentOf = new HashMap<>();
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
    register
        .provisions()
        .values()
        .forEach(one -> provision(one.id(), one.instrumentId(), one.citation()));
  }

  private void provision(String id, String instrument, Citation citation) {
    provisions.computeIfAbsent(instrument, any -> new HashMap<>()).putIfAbsent(citation, id);
    instrumentOf.put(id, instrument);
  }

  /** The provision of an instrument, or null when neither register nor draft has it. */
  @Nullable String provision(@Nullable Object instrument, Citation citation) {
    return provisions.getOrDefault(Objects.toString(instrument, ""), Map.of()).get(citation);
  }

  /** The instrument of a provision, or null when neither register nor draft has it. */
  @Nullable String instrumentOf(@Nullable Object provision) {
    return instrumentOf.get(Objects.toString(provision, ""));
  }

  /** A provision by its id, by the words for it and its instrument, or alone where one has it. */
  private @Nullable String provision(String written) {
    String whole = written.strip();
    if (instrumentOf.containsKey(whole)) {
      return whole;
    }
    Citation alone = Citation.read(whole);
    if (alone != null) {
      List<String> found =
          provisions.values().stream()
              .map(of -> of.get(alone))
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      return found.size() == 1 ? found.getFirst() : null;
    }
    for (int blank = whole.lastIndexOf(' '); blank > 0; blank = whole.lastIndexOf(' ', blank - 1)) {
      Citation citation = Citation.read(whole.substring(0, blank));
      if (citation != null) {
        return provision(keyOf(Entity.INSTRUMENT, whole.substring(blank + 1)), citation);
      }
    }
    return null;
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
    if (target == Entity.PROVISION) {
      return provision(written);
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

  /** The new rows of a draft; provisions last, because they name an instrument. */
  void name(List<DraftRow> rows) {
    rows.stream().filter(row -> row.entity() != Entity.PROVISION).forEach(this::name);
    rows.stream().filter(row -> row.entity() == Entity.PROVISION).forEach(this::name);
  }

  private void name(DraftRow row) {
    if (row.entity() == Entity.PROVISION) {
      Citation citation =
          Citation.of(
              Citation.bare(row.text("article")),
              Citation.bare(row.text("clause")),
              Citation.bare(row.text("point")));
      String instrument = keyOf(Entity.INSTRUMENT, row.text("instrument_id"));
      if (citation != null && instrument != null) {
        provision(row.key(), instrument, citation);
      }
    } else if (row.kind() == DraftRow.Kind.NEW && !row.key().isEmpty()) {
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

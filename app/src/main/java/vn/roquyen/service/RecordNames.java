package vn.roquyen.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Body;
import vn.roquyen.domain.Citation;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Field;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Power;
import vn.roquyen.domain.Provision;
import vn.roquyen.domain.References;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.draft.DraftRow;
import vn.roquyen.persistence.ProcedureRepository;

/** How a person knows a record that another one refers to, those of a draft included. */
final class RecordNames {
  /** Between a provision and its instrument. */
  private static final String OF = " của ";

  private final Register register;
  private final ProcedureRepository procedures;
  private final Map<String, String> drafted = new HashMap<>();

  RecordNames(Register register, ProcedureRepository procedures, List<DraftRow> rows) {
    this.register = register;
    this.procedures = procedures;
    // Provisions last: they are known by their instrument.
    rows.stream().filter(row -> row.entity() != Entity.PROVISION).forEach(this::draft);
    rows.stream().filter(row -> row.entity() == Entity.PROVISION).forEach(this::draft);
  }

  private void draft(DraftRow row) {
    if (row.kind() == DraftRow.Kind.NEW && !row.key().isEmpty()) {
      String name =
          row.entity() == Entity.PROVISION
              ? provision(row.texts())
              : own(row.entity(), row.texts());
      drafted.put(row.key(), name.isEmpty() ? row.key() : name);
    }
  }

  private String provision(Map<String, String> texts) {
    Citation citation =
        Citation.of(
            Citation.bare(texts.get("article")),
            Citation.bare(texts.get("clause")),
            Citation.bare(texts.get("point")));
    String instrument =
        shown(Entity.PROVISION, "instrument_id", texts.getOrDefault("instrument_id", ""));
    return citation == null ? instrument : citation.text() + OF + instrument;
  }

  /** The text of a field as a person reads it: a key becomes the name of its record. */
  String shown(Entity entity, String field, String text) {
    if (text.isEmpty()) {
      return text;
    }
    for (Entity target : References.of(entity).getOrDefault(field, List.of())) {
      String name = name(target, text);
      if (name != null) {
        return name;
      }
    }
    return text;
  }

  /** How a person knows the row of a draft. */
  String of(DraftRow row, Map<String, Object> before) {
    Map<String, String> texts = new HashMap<>();
    before.forEach((name, value) -> texts.put(name, DraftReader.text(value)));
    texts.putAll(row.texts());
    if (row.entity() == Entity.GRANT) {
      return shown(Entity.GRANT, "power_id", texts.getOrDefault("power_id", ""));
    }
    if (row.entity() == Entity.INSTRUMENT_RELATION) {
      return relation(texts);
    }
    if (row.entity() == Entity.PROVISION) {
      return provision(texts);
    }
    return own(row.entity(), texts);
  }

  /** A relation by its ends; the provision that it acts on names its instrument too. */
  String relation(Map<String, String> texts) {
    String from = end("from_id", texts);
    String to = end("to_id", texts);
    String provision = texts.getOrDefault("provision_id", "");
    Citation typed = Citation.read(provision);
    String part = typed == null ? name(Entity.PROVISION, provision) : typed.text() + OF + to;
    return from + " → " + (part == null ? to : part);
  }

  private String end(String field, Map<String, String> texts) {
    String text = texts.getOrDefault(field, "");
    return text.isEmpty() ? "…" : shown(Entity.INSTRUMENT_RELATION, field, text);
  }

  private static String own(Entity entity, Map<String, String> texts) {
    String name =
        switch (entity) {
          case INSTRUMENT -> texts.getOrDefault("number", "");
          case BODY -> texts.getOrDefault("short_name", "");
          default -> "";
        };
    return name.isEmpty()
        ? Objects.requireNonNullElse(texts.get(texts.containsKey("title") ? "title" : "name"), "")
        : name;
  }

  /** The name of a record, or null when there is none of that key. */
  @Nullable String name(Entity target, String key) {
    String ofDraft = drafted.get(key);
    if (ofDraft != null) {
      return ofDraft;
    }
    return switch (target) {
      case BODY -> of(register.body(key), Body::label);
      case FIELD -> of(register.fields().get(key), Field::name);
      case POWER -> of(register.powers().get(key), Power::title);
      case INSTRUMENT -> of(register.instrument(key), Instrument::label);
      case PROVISION -> of(register.provision(key), this::provision);
      case PROCEDURE -> of(procedures.find(key), found -> found.code() + " · " + found.name());
      default -> null;
    };
  }

  private String provision(Provision provision) {
    Instrument instrument = register.instrument(provision.instrumentId());
    return provision.citation().text()
        + OF
        + (instrument == null ? provision.instrumentId() : instrument.label());
  }

  private static <T> @Nullable String of(@Nullable T found, Function<T, String> name) {
    return found == null ? null : name.apply(found);
  }
}

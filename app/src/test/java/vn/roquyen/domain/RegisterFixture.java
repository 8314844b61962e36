package vn.roquyen.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small register that a test fills step by step. */
public final class RegisterFixture {
  public static final Commune MUONG_NHE =
      new Commune("03160", "Xã", "Mường Nhé", "Xã Mường Nhé", "11", List.of());
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Map<String, Body> bodies = new LinkedHashMap<>();
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final List<InstrumentRelation> relations = new ArrayList<>();
  private final Map<String, Provision> provisions = new LinkedHashMap<>();
  private final Map<String, Power> powers = new LinkedHashMap<>();
  private final Map<String, List<Grant>> grants = new LinkedHashMap<>();

  public RegisterFixture() {
    body("ubnd-tinh", Level.PROVINCE, BodyKind.COLLECTIVE, null);
    body("so", Level.DEPARTMENT, BodyKind.COLLECTIVE, "ubnd-tinh");
    body("gd-so", Level.DEPARTMENT, BodyKind.HEAD, "so");
    body("cap-xa", Level.COMMUNE, BodyKind.CLASS, null);
    body("ubnd-xa", Level.COMMUNE, BodyKind.CLASS, "cap-xa");
    body("ct-xa", Level.COMMUNE, BodyKind.HEAD, "ubnd-xa");
    body("btv-xa", Level.PARTY_COMMUNE, BodyKind.CLASS, null);
    power("p", "Quản lý chợ", null);
    instrument("qd", "12/2026/QĐ-UBND", LocalDate.of(2026, 1, 5), null, InstrumentStatus.IN_FORCE);
  }

  public RegisterFixture body(String id, Level level, BodyKind kind, String parent) {
    bodies.put(id, new Body(id, id, null, level, kind, parent));
    return this;
  }

  public RegisterFixture power(String id, String title, String description) {
    powers.put(id, new Power(id, null, title, description, null));
    return this;
  }

  public RegisterFixture field(String id, String parent) {
    fields.put(id, new Field(id, "Lĩnh vực " + id, parent));
    return this;
  }

  public RegisterFixture powerIn(String field, String id, String title) {
    powers.put(id, new Power(id, field, title, null, null));
    return this;
  }

  public RegisterFixture add(Instrument instrument) {
    instruments.put(instrument.id(), instrument);
    return this;
  }

  public RegisterFixture instrument(
      String id, String number, LocalDate from, LocalDate to, InstrumentStatus status) {
    instruments.put(
        id, new Instrument(id, number, "Quyết định", null, from, from, to, status, id, null));
    return this;
  }

  public RegisterFixture undated(String id, InstrumentStatus status) {
    instruments.put(
        id, new Instrument(id, null, null, null, null, null, null, status, "văn bản " + id, null));
    return this;
  }

  public RegisterFixture relation(String from, RelationKind kind, String to) {
    relations.add(new InstrumentRelation(from, kind, to, null, null));
    return this;
  }

  /** An instrument acts on a provision, which is added under its citation. */
  public RegisterFixture relation(String from, RelationKind kind, String to, String provision) {
    provision(to, provision);
    relations.add(new InstrumentRelation(from, kind, to, null, to + "/" + provision));
    return this;
  }

  public RegisterFixture provision(String instrument, String citation) {
    String id = instrument + "/" + citation;
    Citation read = Objects.requireNonNull(Citation.read(citation));
    provisions.put(id, new Provision(id, instrument, read, null));
    return this;
  }

  /** A grant by a provision of "qd", which is added; null for none. */
  public RegisterFixture grantBy(String id, String provision, String to) {
    if (provision != null) {
      provision("qd", provision);
    }
    return add(
        new Grant(
            id,
            "p",
            Mode.DECENTRALISATION,
            "ubnd-tinh",
            to,
            "qd",
            null,
            provision == null ? null : "qd/" + provision,
            null,
            null,
            null,
            null,
            null,
            null,
            SixClears.NONE,
            null));
  }

  public RegisterFixture grant(String id, Mode mode, String from, String to) {
    return grant(id, mode, from, to, "qd", null, null);
  }

  public RegisterFixture grant(
      String id,
      Mode mode,
      String from,
      String to,
      String instrument,
      LocalDate validFrom,
      LocalDate validTo) {
    return add(
        new Grant(
            id,
            "p",
            mode,
            from,
            to,
            instrument,
            null,
            null,
            validFrom,
            validTo,
            null,
            null,
            null,
            null,
            SixClears.NONE,
            null));
  }

  public RegisterFixture grantIn(String territory) {
    return add(
        new Grant(
            "g",
            "p",
            Mode.DECENTRALISATION,
            "ubnd-tinh",
            "ubnd-xa",
            "qd",
            null,
            null,
            null,
            null,
            territory,
            null,
            null,
            null,
            SixClears.NONE,
            null));
  }

  public RegisterFixture add(Grant grant) {
    grants.computeIfAbsent(grant.powerId(), id -> new ArrayList<>()).add(grant);
    return this;
  }

  public Register register() {
    return new Register(
        1,
        Map.of(MUONG_NHE.code(), MUONG_NHE),
        bodies,
        fields,
        instruments,
        relations,
        provisions,
        powers,
        grants);
  }

  public Competence resolve() {
    return resolve(TODAY);
  }

  public Competence resolve(LocalDate date) {
    return new CompetenceResolver(register()).ofPower("p", MUONG_NHE, date);
  }
}

package vn.roquyen.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Acknowledgement;
import vn.roquyen.domain.Commune;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.GrantState;
import vn.roquyen.domain.Instrument;
import vn.roquyen.domain.Operation;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.VietnameseOrder;
import vn.roquyen.persistence.Projection;

/**
 * Keeps which commune confirmed which grant: who, when, and who exercises it there. A confirmation
 * is a signed change of the commune, and so is taking it back.
 */
public final class Acknowledgements {
  private final Projection projection;
  private final Ledger ledger;
  private final FolderService folder;
  private final RegisterSource registers;
  private final Clock clock;
  private final VietnameseOrder alphabet = new VietnameseOrder();

  public Acknowledgements(
      Projection projection,
      Ledger ledger,
      FolderService folder,
      RegisterSource registers,
      Clock clock) {
    this.projection = projection;
    this.ledger = ledger;
    this.folder = folder;
    this.registers = registers;
    this.clock = clock;
  }

  /**
   * How far a grant is known in the communes to which it is given.
   *
   * @param title of the power or procedure
   * @param basis label of the instrument, null when the grant names none
   * @param units how many communes it concerns
   * @param confirmed who confirmed its present state
   * @param missing who has not, in the order of the alphabet
   */
  public record Standing(
      String grantId,
      String about,
      String title,
      @Nullable String basis,
      int units,
      List<Acknowledgement> confirmed,
      List<Commune> missing) {}

  /** The confirmations of a unit by the id of the grant, whether they still hold or not. */
  public Map<String, Acknowledgement> of(String unit) {
    Map<String, Acknowledgement> found = new HashMap<>();
    for (Acknowledgement one : all()) {
      if (one.unit().equals(unit)) {
        found.put(one.grantId(), one);
      }
    }
    return found;
  }

  /** For each grant to communes that is not over on a day, who confirmed it and who has not. */
  public List<Standing> standings(LocalDate day) {
    Register register = registers.current();
    Map<String, List<Acknowledgement>> given = new HashMap<>();
    all().forEach(one -> given.computeIfAbsent(one.grantId(), grant -> new ArrayList<>()).add(one));
    List<Standing> standings = new ArrayList<>();
    for (List<Grant> grants : register.grantsByPower().values()) {
      for (Grant grant : grants) {
        GrantState state = GrantState.of(grant, register, day);
        List<Commune> concerned =
            register.communes().values().stream()
                .filter(unit -> GrantState.isFor(grant, unit, register))
                .toList();
        if (!state.isOver() && !concerned.isEmpty()) {
          standings.add(
              standing(state, concerned, given.getOrDefault(grant.id(), List.of()), register));
        }
      }
    }
    return alphabet.sorted(standings, Standing::title);
  }

  /**
   * Confirms the present state of a grant for the own unit.
   *
   * @param appointed who exercises it here
   * @param author who confirms
   * @throws Fault RECORD_UNKNOWN, NOT_ALLOWED and all that the ledger throws
   */
  public void acknowledge(String grantId, String appointed, String author) {
    Register register = registers.current();
    Grant grant = find(grantId, register);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("grant_id", grantId);
    values.put("facts", GrantState.of(grant, register, LocalDate.now(clock)).facts());
    values.put("appointed", appointed);
    values.put("author", author);
    values.put("acknowledged_on", LocalDate.now(clock));
    ledger.record(List.of(new Operation.Insert(Entity.ACKNOWLEDGEMENT, key(grantId), values)));
  }

  /**
   * Takes the own unit's confirmation back, so that the grant is to be confirmed again.
   *
   * @throws Fault RECORD_UNKNOWN, NOT_ALLOWED and all that the ledger throws
   */
  public void takeBack(String grantId) {
    if (projection.find(Entity.ACKNOWLEDGEMENT, key(grantId)) == null) {
      throw new Fault(FaultCode.RECORD_UNKNOWN, grantId);
    }
    ledger.record(List.of(new Operation.Remove(Entity.ACKNOWLEDGEMENT, key(grantId))));
  }

  /** True when this folder's key may confirm for that unit. */
  public boolean mayConfirmFor(Commune unit) {
    Identity identity = folder.identity();
    return identity.roles().contains(Role.COMMUNE) && identity.unit().equals(unit.code());
  }

  private List<Acknowledgement> all() {
    List<Acknowledgement> all = new ArrayList<>();
    projection.forEach(
        Entity.ACKNOWLEDGEMENT,
        row -> {
          if (row.values().get("acknowledged_on") instanceof LocalDate day) {
            all.add(
                new Acknowledgement(
                    row.key(),
                    row.key().substring(0, Math.max(0, row.key().indexOf('/'))),
                    text(row, "grant_id"),
                    text(row, "facts"),
                    text(row, "appointed"),
                    text(row, "author"),
                    day));
          }
        });
    return all;
  }

  private static Standing standing(
      GrantState state, List<Commune> concerned, List<Acknowledgement> given, Register register) {
    List<Acknowledgement> confirmed =
        given.stream()
            .filter(one -> one.holdsFor(state))
            .filter(one -> concerned.stream().anyMatch(unit -> unit.code().equals(one.unit())))
            .sorted(Comparator.comparing(Acknowledgement::on))
            .toList();
    List<Commune> missing =
        concerned.stream()
            .filter(unit -> confirmed.stream().noneMatch(one -> one.unit().equals(unit.code())))
            .toList();
    Grant grant = state.grant();
    Instrument basis = register.instrument(grant.instrumentId());
    return new Standing(
        grant.id(),
        grant.powerId(),
        register.titleOf(grant.powerId()),
        basis == null ? null : basis.label(),
        concerned.size(),
        confirmed,
        new VietnameseOrder().sorted(missing, Commune::name));
  }

  private static Grant find(String grantId, Register register) {
    return register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .filter(grant -> grant.id().equals(grantId))
        .findFirst()
        .orElseThrow(() -> new Fault(FaultCode.RECORD_UNKNOWN, grantId));
  }

  private String key(String grantId) {
    return folder.identity().unit() + "/" + grantId;
  }

  private static String text(Row row, String column) {
    return Objects.toString(row.values().get(column), "");
  }
}

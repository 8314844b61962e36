package vn.roquyen.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Grant;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Row;
import vn.roquyen.domain.Rows;

/** Shows what the register holds, row by row, as it was recorded. */
public final class RecordService {
  private final Rows rows;
  private final RegisterSource registers;

  public RecordService(Rows rows, RegisterSource registers) {
    this.rows = rows;
    this.registers = registers;
  }

  /**
   * A row with the rows that belong to it: the grants of a power, a procedure or a provision, the
   * relations, provisions and grants of an instrument.
   */
  public record Found(Row row, List<Row> related) {}

  /**
   * The record of that id, whatever it is.
   *
   * @throws Fault RECORD_UNKNOWN
   */
  public Found find(String id) {
    for (Entity entity : Entity.values()) {
      Row row = entity == Entity.CALENDAR_DAY ? null : rows.find(entity, id);
      if (row != null) {
        return new Found(row, related(row));
      }
    }
    throw new Fault(FaultCode.RECORD_UNKNOWN, id);
  }

  private List<Row> related(Row row) {
    Register register = registers.current();
    List<Row> related = new ArrayList<>();
    for (Grant grant : grants(row, register)) {
      related.add(rows.find(Entity.GRANT, grant.id()));
    }
    if (row.entity() == Entity.INSTRUMENT) {
      rows.forEach(
          Entity.INSTRUMENT_RELATION,
          relation -> {
            if (row.key().equals(relation.values().get("from_id"))
                || row.key().equals(relation.values().get("to_id"))) {
              related.add(relation);
            }
          });
      register
          .provisionsOf(row.key())
          .forEach(provision -> related.add(rows.find(Entity.PROVISION, provision.id())));
    }
    return List.copyOf(related);
  }

  private static List<Grant> grants(
      Register register, Function<Grant, @Nullable String> basis, String key) {
    return register.grantsByPower().values().stream()
        .flatMap(List::stream)
        .filter(grant -> key.equals(basis.apply(grant)))
        .toList();
  }

  private static List<Grant> grants(Row row, Register register) {
    return switch (row.entity()) {
      case POWER, PROCEDURE -> register.grantsOf(row.key());
      case INSTRUMENT -> grants(register, Grant::instrumentId, row.key());
      case PROVISION -> grants(register, Grant::provisionId, row.key());
      default -> List.of();
    };
  }
}

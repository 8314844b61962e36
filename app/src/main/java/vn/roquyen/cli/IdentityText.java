package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Register;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.SpaceKind;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.FolderService;
import vn.roquyen.service.Identity;

/** Who a data folder is, for a person and for a script. */
final class IdentityText {
  private final Messages messages;
  private final UnitNames units;

  /**
   * @param register names the units
   */
  IdentityText(Messages messages, Register register) {
    this.messages = messages;
    this.units = UnitNames.of(register);
  }

  String line(Identity identity) {
    SpaceKind space = identity.space();
    return space == null
        ? messages.text("space.none")
        : messages.text("cli.stats.identity", who(identity), messages.name("space", space));
  }

  private String who(Identity identity) {
    if (identity.isPending()) {
      return messages.text("identity.pending");
    }
    return identity.roles().isEmpty()
        ? messages.name("keyRole", Role.ISSUER)
        : messages.text("identity.who", roles(identity), unit(identity));
  }

  Map<String, @Nullable Object> object(Identity identity) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("space", identity.space());
    object.put("roles", identity.roles().stream().sorted().map(Names::lower).toList());
    object.put("unit", identity.unit());
    object.put("unitName", identity.unit().isEmpty() ? null : unit(identity));
    object.put("replica", identity.replica());
    object.put("demonstration", identity.isDemonstration());
    return object;
  }

  private String unit(Identity identity) {
    return identity.unit().equals(FolderService.PROVINCE)
        ? messages.text("unit.province")
        : units.of(identity.unit());
  }

  private String roles(Identity identity) {
    return identity.roles().stream()
        .sorted()
        .map(role -> messages.name("keyRole", role))
        .collect(Collectors.joining(", "));
  }
}

package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.SpaceKind;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Identity;

/** Who a data folder is, for a person and for a script. */
final class IdentityText {
  private final Messages messages;
  private final UnitNames units;

  IdentityText(Messages messages, UnitNames units) {
    this.messages = messages;
    this.units = units;
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
        : messages.text("identity.who", roles(identity), messages.unit(identity.unit(), units));
  }

  Map<String, @Nullable Object> object(Identity identity) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("space", identity.space());
    object.put("roles", identity.roles().stream().sorted().map(Names::lower).toList());
    object.put("unit", identity.unit());
    object.put(
        "unitName", identity.unit().isEmpty() ? null : messages.unit(identity.unit(), units));
    object.put("replica", identity.replica());
    object.put("demonstration", identity.isDemonstration());
    return object;
  }

  private String roles(Identity identity) {
    return identity.roles().stream()
        .sorted()
        .map(role -> messages.name("keyRole", role))
        .collect(Collectors.joining(", "));
  }
}

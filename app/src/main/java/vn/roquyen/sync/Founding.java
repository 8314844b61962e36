package vn.roquyen.sync;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.UnitNames;

/**
 * How a data folder begins: the documents that stand first in its journal say for ever in whose
 * space it is. A folder is of the demonstration or of a real space, never of both.
 */
public sealed interface Founding {

  /** The documents: the root, its issuer and, unless it is still to come, the own certificate. */
  List<SignedDocument> documents(KeyFolder keys, Hlc now);

  /**
   * A folder of sample data.
   *
   * @param unit code of a commune or id of a body
   * @param name of this device, for people
   */
  record Sample(Role role, String unit, String name) implements Founding {
    /** An editor of the sample's province. */
    public static final Sample PUBLISHER = new Sample(Role.PUBLISHER, UnitNames.PROVINCE, "");

    @Override
    public List<SignedDocument> documents(KeyFolder keys, Hlc now) {
      return List.of(
          DemonstrationRoot.document(),
          DemonstrationRoot.issuerCertificate(),
          DemonstrationRoot.publisherCertificate(),
          certify(
              DemonstrationRoot.issuer(),
              DemonstrationRoot.document(),
              keys,
              new Author(unit, EnumSet.of(role), name, false),
              now));
    }
  }

  /**
   * A folder of real data that founds a space of its own: one root key and one issuer, both kept
   * here until they are taken to a safe place.
   *
   * @param roles of this device; without any it only certifies others
   */
  record Own(String unit, Set<Role> roles, String name) implements Founding {
    private static final int SPACE_BYTES = 16;

    public Own {
      roles = Set.copyOf(roles);
    }

    @Override
    public List<SignedDocument> documents(KeyFolder keys, Hlc now) {
      DeviceKey rootKey = keys.root();
      DeviceKey issuerKey = keys.issuer();
      byte[] space = new byte[SPACE_BYTES];
      new SecureRandom().nextBytes(space);
      SignedDocument root =
          new Root(
                  1, HexFormat.of().formatHex(space), Set.of(rootKey.publicKey()), 1, now, false, 1)
              .sign(List.of(rootKey));
      SignedDocument certificate =
          Issuer.certifyIssuer(issuerKey, unit, Set.of(), now, List.of(rootKey));
      if (roles.isEmpty()) {
        return List.of(root, certificate);
      }
      Issuer issuer = new Issuer(issuerKey, certificate);
      return List.of(
          root,
          certificate,
          certify(
              issuer,
              root,
              keys,
              new Author(unit, roles, name, roles.contains(Role.PUBLISHER)),
              now));
    }
  }

  /** A folder that joins the space of whoever invited it; its certificate is still to come. */
  record Invited(SignedDocument invitation) implements Founding {
    @Override
    public List<SignedDocument> documents(KeyFolder keys, Hlc now) {
      Enrolment.Invitation content = Enrolment.Invitation.read(invitation);
      SignedDocument root = SignedDocument.read(content.root(), DocumentKind.ROOT);
      // An empty folder may join either kind of space; the root then says which it is.
      Enrolment.Invitation.found(invitation, Root.read(root).demonstration());
      return List.of(root, SignedDocument.read(content.issuer(), DocumentKind.CERTIFICATE));
    }
  }

  /** Whom a certificate is for. */
  record Author(String unit, Set<Role> roles, String name, boolean sole) {}

  private static SignedDocument certify(
      Issuer issuer, SignedDocument root, KeyFolder keys, Author author, Hlc now) {
    SignedDocument invitation = issuer.invite(root, author.unit(), author.roles(), new TreeSet<>());
    SignedDocument request =
        Enrolment.Request.write(
            Enrolment.Invitation.read(invitation), keys.device(), author.name());
    return author.sole()
        ? issuer.certifyFounder(invitation, request, now)
        : issuer.certify(invitation, request, new HashSet<>(), now);
  }
}

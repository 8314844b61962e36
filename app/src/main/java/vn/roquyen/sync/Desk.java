package vn.roquyen.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.SpaceKind;

/** Where keys are asked for and handed out: of a data folder as it stands now. */
public final class Desk {
  private final Journal journal;
  private final KeyFolder keys;
  private final @Nullable Membership membership;

  Desk(Journal journal, KeyFolder keys, @Nullable Membership membership) {
    this.journal = journal;
    this.keys = keys;
    this.membership = membership;
  }

  /**
   * The issuer's desk when the issuer's key lies in this folder, or null. The demonstration's key
   * is everyone's, but only its publisher plays the issuer.
   */
  public @Nullable Registrar registrar() {
    Membership member = membership;
    if (member == null) {
      return null;
    }
    Trust trust = member.trust();
    SignedDocument root = journal.find(trust.rootId());
    if (member.space() == SpaceKind.DEMONSTRATION) {
      Trust.Admitted own = member.own();
      SignedDocument certificate = DemonstrationRoot.issuerCertificate();
      return own == null || root == null || !own.certificate().is(Role.PUBLISHER)
          ? null
          : new Registrar(DemonstrationRoot.issuer(), certificate, root, keys, member);
    }
    DeviceKey key = keys.issuerIfHere();
    Trust.Admitted own = key == null ? null : trust.newestOf(key.publicKey());
    SignedDocument certificate = own == null ? null : journal.find(own.id());
    return key == null || certificate == null || root == null
        ? null
        : new Registrar(new Issuer(key, certificate), certificate, root, keys, member);
  }

  /**
   * Copies what founded this folder's space to a safe place: the keys of root and issuer under a
   * password, and the documents that name them.
   *
   * @throws Fault NOT_ISSUER when the space was not founded here
   * @throws IOException also when a file of that name exists
   */
  public void copyFounders(Path to, char[] password) throws IOException {
    Membership member = membership;
    Registrar registrar = registrar();
    if (member == null || registrar == null || member.space() != SpaceKind.OWN_ROOT) {
      throw new Fault(FaultCode.NOT_ISSUER);
    }
    keys.copyFounders(to, password);
    Files.write(to.resolve("root.rqc"), registrar.root().encoded());
    Files.write(to.resolve("issuer.rqc"), registrar.certificate().encoded());
  }

  /** The request by which this folder's key answers an invitation. */
  public SignedDocument request(SignedDocument invitation, String name) {
    return Enrolment.Request.write(Enrolment.Invitation.read(invitation), keys.device(), name);
  }
}

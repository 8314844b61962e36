package vn.roquyen.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.Hlc;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.domain.Role;
import vn.roquyen.domain.UnitNames;
import vn.roquyen.platform.AtomicFile;
import vn.roquyen.service.FolderService.Member;
import vn.roquyen.sync.Certificate;
import vn.roquyen.sync.Founding;
import vn.roquyen.sync.LocalReplica;
import vn.roquyen.sync.Membership;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.Registrar;
import vn.roquyen.sync.SignedDocument;
import vn.roquyen.sync.Trust;

/**
 * The way to a key that others accept: a province founds its space and invites a unit, the unit's
 * machine makes a key and asks, the province certifies it, and may take that back. Each step is one
 * file that travels like any change file.
 */
public final class KeyService {
  private static final Pattern LAST = Pattern.compile("([0-9a-f]{16}):(\\d{1,9})");

  private final LocalReplica replica;
  private final Ledger ledger;
  private final RegisterSource registers;
  private final Clock clock;

  public KeyService(LocalReplica replica, Ledger ledger, RegisterSource registers, Clock clock) {
    this.replica = replica;
    this.ledger = ledger;
    this.registers = registers;
    this.clock = clock;
  }

  /**
   * Begins a folder that has none yet: an issuer or publisher founds a space of its own; anyone
   * else only gets a key and waits for an invitation.
   *
   * @return true when a space was founded
   * @throws Fault FOLDER_FOUNDED
   */
  public boolean init(Member member, String name) {
    Role role = member.role();
    if (role != Role.ISSUER && role != Role.PUBLISHER) {
      replica.requireUnfounded();
      return false;
    }
    Set<Role> roles = role == Role.ISSUER ? Set.of() : EnumSet.of(role);
    ledger.found(new Founding.Own(member.unit(), roles, name));
    return true;
  }

  /**
   * Writes an invitation for a unit.
   *
   * @param fields of a department; empty for others
   * @throws Fault NOT_ISSUER, UNIT_UNFIT, OUTPUT_FAILED
   */
  public void invite(Member member, Set<String> fields, Path out) {
    Registrar registrar = registrar();
    if (!isKnown(member)) {
      throw new Fault(FaultCode.UNIT_UNFIT, member.unit());
    }
    write(out, registrar.invite(member.unit(), EnumSet.of(member.role()), new TreeSet<>(fields)));
  }

  /**
   * Joins the space of an invitation and writes the request that answers it.
   *
   * @param name of this device, for people
   * @throws Fault FOLDER_FOUNDED, DOCUMENT_REFUSED, INPUT_MISSING, OUTPUT_FAILED
   */
  public void request(Path invitationFile, String name, Path out) {
    SignedDocument invitation = read(invitationFile);
    try {
      ledger.found(new Founding.Invited(invitation));
      write(out, replica.desk().request(invitation, name));
    } catch (Refusal refusal) {
      throw refused(invitationFile, refusal);
    }
  }

  /**
   * Answers a request with a certificate, which this folder keeps and hands out.
   *
   * @throws Fault NOT_ISSUER, DOCUMENT_REFUSED, INPUT_MISSING, OUTPUT_FAILED
   */
  public KeyLine certify(Path request, Path out) {
    Registrar registrar = registrar();
    try {
      SignedDocument certificate = registrar.certify(read(request), Hlc.ofMillis(clock.millis()));
      ledger.keep(certificate);
      write(out, certificate);
      SignedDocument own =
          line(certificate.id().brief()).roles().contains(Role.PUBLISHER)
              ? registrar.endSole(Hlc.ofMillis(clock.millis()))
              : null;
      if (own != null) {
        ledger.keep(own);
      }
      return line(certificate.id().brief());
    } catch (Refusal refusal) {
      throw refused(request, refusal);
    }
  }

  /**
   * Takes in a certificate, a revocation or a next root.
   *
   * @return false when it was known already
   * @throws Fault DOCUMENT_REFUSED, INPUT_MISSING, KEY_PENDING
   */
  public boolean accept(Path file) {
    try {
      return ledger.keep(read(file));
    } catch (Refusal refusal) {
      throw refused(file, refusal);
    }
  }

  /**
   * Takes a certificate back.
   *
   * @param id its first digits, eight at least
   * @param last {@code REPLICA:SEQ} of the last good change; null when all that came so far is good
   * @return the certificate as it stands now
   * @throws Fault NOT_ISSUER, CERTIFICATE_UNKNOWN, NOT_ALLOWED, OUTPUT_FAILED
   */
  public KeyLine revoke(String id, @Nullable String last, @Nullable Path out) {
    Registrar registrar = registrar();
    Trust.Admitted target = find(id);
    try {
      SignedDocument revocation = registrar.revoke(target, last == null ? null : last(last));
      ledger.keep(revocation);
      if (out != null) {
        write(out, revocation);
      }
    } catch (Refusal refusal) {
      throw new Fault(FaultCode.NOT_ALLOWED, refusal, target.id().brief());
    }
    return line(target.id().brief());
  }

  /**
   * Copies the keys of root and issuer, under a password, and the documents that name them into a
   * new folder: for the safe place of a province.
   *
   * @throws Fault NOT_ISSUER, OUTPUT_FAILED also when the folder holds such files already
   */
  public void copyFounders(Path to, char[] password) {
    try {
      Files.createDirectories(to);
      replica.desk().copyFounders(to, password);
    } catch (IOException failure) {
      throw new Fault(FaultCode.OUTPUT_FAILED, failure, to.toString());
    }
  }

  /** The certificates of this space: issuers, publishers, departments, communes, inspectors. */
  public List<KeyLine> keys() {
    Membership member = replica.membership();
    if (member == null) {
      return List.of();
    }
    return member.trust().certificates().stream()
        .map(admitted -> line(member, admitted))
        .sorted(
            Comparator.comparing(
                    (KeyLine line) -> line.roles().stream().sorted().findFirst().orElseThrow())
                .thenComparing(KeyLine::unit)
                .thenComparing(KeyLine::from)
                .thenComparing(KeyLine::id))
        .toList();
  }

  private KeyLine line(String id) {
    return keys().stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }

  private KeyLine line(Membership member, Trust.Admitted admitted) {
    Certificate certificate = admitted.certificate();
    String id = admitted.id().brief();
    KeyLine.State state = KeyLine.State.VALID;
    if (member.trust().isRevoked(id)) {
      state = KeyLine.State.REVOKED;
    } else if (certificate.to().instant().isBefore(clock.instant())) {
      state = KeyLine.State.EXPIRED;
    }
    return new KeyLine(
        id,
        certificate.roles(),
        certificate.unit(),
        certificate.name(),
        certificate.from().instant(),
        certificate.to().instant(),
        state,
        admitted.equals(member.own()));
  }

  private static Registrar.Last last(String text) {
    Matcher parts = LAST.matcher(text);
    if (!parts.matches()) {
      throw new Fault(FaultCode.CHANGE_UNKNOWN, text);
    }
    return new Registrar.Last(ReplicaId.parse(parts.group(1)), Long.parseLong(parts.group(2)));
  }

  private Trust.Admitted find(String id) {
    Membership member = replica.membership();
    List<Trust.Admitted> found =
        member == null || id.length() < 8
            ? List.of()
            : member.trust().certificates().stream()
                .filter(admitted -> admitted.id().hex().startsWith(id))
                .toList();
    if (found.size() != 1) {
      throw new Fault(FaultCode.CERTIFICATE_UNKNOWN, id);
    }
    return found.getFirst();
  }

  /** A unit that the register does not know is a slip of the pen, once there is a register. */
  private boolean isKnown(Member member) {
    var register = registers.current();
    return register.communes().isEmpty()
        || register.communes().containsKey(member.unit())
        || (member.role() != Role.COMMUNE
            && (member.unit().equals(UnitNames.PROVINCE)
                || register.bodies().containsKey(member.unit())));
  }

  private Registrar registrar() {
    Registrar registrar = replica.desk().registrar();
    if (registrar == null) {
      throw new Fault(FaultCode.NOT_ISSUER);
    }
    return registrar;
  }

  private static SignedDocument read(Path file) {
    try {
      if (Files.size(file) > SignedDocument.MAX_BYTES) {
        throw new Fault(FaultCode.INPUT_TOO_LARGE, file.toString());
      }
      return SignedDocument.read(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, file.toString());
    } catch (Refusal refusal) {
      throw refused(file, refusal);
    }
  }

  private static void write(Path file, SignedDocument document) {
    try {
      AtomicFile.write(file, document.encoded());
    } catch (Fault failure) {
      throw failure.code() == FaultCode.DISK_FULL
          ? failure
          : new Fault(FaultCode.OUTPUT_FAILED, failure, file.toString());
    }
  }

  private static Fault refused(Path file, Refusal refusal) {
    return new Fault(
        FaultCode.DOCUMENT_REFUSED,
        refusal,
        file.toString(),
        refusal.reason().messageKey(),
        String.join("\n", refusal.arguments()));
  }
}

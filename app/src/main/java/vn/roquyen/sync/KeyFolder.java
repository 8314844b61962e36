package vn.roquyen.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.ReplicaId;
import vn.roquyen.platform.AtomicFile;

/**
 * The key files of one data folder: the device's key and the nonce of its replica; in the folder
 * that founded a space also the keys of root and issuer, and the invitations that it gave out. With
 * the journal, all that cannot be rebuilt.
 */
public final class KeyFolder {
  static final String DEVICE = "device.pem";
  private static final String ROOT = "root.pem";
  private static final String ISSUER = "issuer.pem";
  private static final String REPLICA = "replica";

  private final Path folder;
  private final String secret;
  private final Supplier<String> nonces;

  /** Opening a key file is made slow on purpose, and it does not change while the program runs. */
  private @Nullable DeviceKey device;

  /**
   * A folder of keys, which need not exist yet.
   *
   * @param secret opens the key files
   */
  public KeyFolder(Path folder, String secret) {
    this(folder, secret, ChangeWriter::newNonce);
  }

  /** The same with nonces from elsewhere. */
  KeyFolder(Path folder, String secret, Supplier<String> nonces) {
    this.folder = folder;
    this.secret = secret;
    this.nonces = nonces;
  }

  /** True when the device has its key. */
  boolean hasDevice() {
    return Files.exists(folder.resolve(DEVICE));
  }

  /**
   * The key of this device, made when there is none.
   *
   * @throws Fault KEY_PASSWORD, KEY_DAMAGED, DATA_FOLDER_READ_ONLY
   */
  DeviceKey device() {
    DeviceKey key = device;
    if (key == null) {
      key = readOrCreate(DEVICE);
      device = key;
    }
    return key;
  }

  /** The one key of the root that this folder founds. */
  DeviceKey root() {
    return readOrCreate(ROOT);
  }

  /** The key of the issuer that this folder founds. */
  DeviceKey issuer() {
    return readOrCreate(ISSUER);
  }

  /** The key of the root when it lies here, or null. */
  @Nullable DeviceKey rootIfHere() {
    return Files.exists(folder.resolve(ROOT)) ? readOrCreate(ROOT) : null;
  }

  /** The key of the issuer when it lies here, or null. */
  @Nullable DeviceKey issuerIfHere() {
    return Files.exists(folder.resolve(ISSUER)) ? readOrCreate(ISSUER) : null;
  }

  /**
   * The nonce that names the replica together with the key, drawn when there is none.
   *
   * @return 32 hexadecimal digits
   * @throws Fault KEY_DAMAGED, DATA_FOLDER_READ_ONLY
   */
  String nonce() {
    Path file = folder.resolve(REPLICA);
    try {
      if (!Files.exists(file)) {
        newIncarnation();
      }
      String nonce = Files.readString(file, StandardCharsets.US_ASCII);
      if (!nonce.matches("[0-9a-f]{32}")) {
        throw new Fault(FaultCode.KEY_DAMAGED, file.toString());
      }
      return nonce;
    } catch (IOException failure) {
      throw readOnly(failure);
    }
  }

  /** True when the replica has its name: then it has a journal too, or had one. */
  boolean hasReplica() {
    return Files.exists(folder.resolve(REPLICA));
  }

  /**
   * Draws another nonce: from now on the folder is another replica, under the same key.
   *
   * @throws Fault DISK_FULL, DATA_FOLDER_READ_ONLY
   */
  void newIncarnation() {
    AtomicFile.write(folder.resolve(REPLICA), nonces.get());
  }

  /** The name of the replica of this folder. */
  ReplicaId replica() {
    return DeviceKey.replica(device().publicKey(), HexFormat.of().parseHex(nonce()));
  }

  /** Keeps an invitation that was given out: its secret proves the request that answers it. */
  void keep(SignedDocument invitation) {
    Path file = invitation(Enrolment.Invitation.read(invitation).serial());
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, invitation.encoded());
    } catch (IOException failure) {
      throw readOnly(failure);
    }
  }

  /** The invitation of that serial that was given out here, or null. */
  @Nullable SignedDocument invitationOf(String serial) {
    Path file = invitation(serial);
    try {
      return Files.exists(file) ? SignedDocument.read(Files.readAllBytes(file)) : null;
    } catch (IOException failure) {
      throw readOnly(failure);
    }
  }

  /**
   * Writes the keys of root and issuer once more, under a password that a person chose: for the
   * safe place to which they are taken.
   *
   * @throws IOException also when a file of that name exists
   */
  void copyFounders(Path to, char[] password) throws IOException {
    KeyFile.write(to.resolve(ROOT), root(), password, KeyFile.SLOW);
    KeyFile.write(to.resolve(ISSUER), issuer(), password, KeyFile.SLOW);
  }

  private Path invitation(String serial) {
    return folder.resolve("invitations").resolve(serial + ".rqi");
  }

  private DeviceKey readOrCreate(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        KeyFile.write(file, DeviceKey.create(), secret.toCharArray(), KeyFile.FAST);
      }
      return KeyFile.read(file, secret.toCharArray());
    } catch (IOException failure) {
      throw readOnly(failure);
    }
  }

  private Fault readOnly(IOException failure) {
    FaultCode code = FaultCode.ofFileFailure(failure, FaultCode.DATA_FOLDER_READ_ONLY);
    return new Fault(code, failure, folder.toString());
  }
}

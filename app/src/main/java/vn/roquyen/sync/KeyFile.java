package vn.roquyen.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * A private key in a file: PKCS#8 encrypted by PBES2 (PBKDF2 with HMAC-SHA-256, AES-256), in PEM,
 * so that other tools can read it with the password. Readable by its owner only, never overwritten.
 */
public final class KeyFile {
  /** For a password that a person chose. */
  public static final int SLOW = 210_000;

  /** For a secret of 256 random bits, which nobody can guess however fast. */
  public static final int FAST = 1_000;

  private static final int MAX_ITERATION_BITS = 24;
  private static final AlgorithmIdentifier HMAC =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
  private static final int KEY_BITS = 256;
  private static final int SALT_BYTES = 16;
  private static final int BLOCK_BYTES = 16;
  private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
  private static final String END = "-----END ENCRYPTED PRIVATE KEY-----";

  /** PKCS#8 of an Ed25519 key (RFC 8410): this prefix and the seed. */
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private KeyFile() {}

  /**
   * Writes a key to a new file.
   *
   * @param iterations {@link #SLOW} or {@link #FAST}
   * @throws IOException also when the file exists
   */
  public static void write(Path file, DeviceKey key, char[] password, int iterations)
      throws IOException {
    byte[] plain = Arrays.copyOf(PKCS8, PKCS8.length + DeviceKey.SEED_BYTES);
    System.arraycopy(key.seed(), 0, plain, PKCS8.length, DeviceKey.SEED_BYTES);
    String pem =
        BEGIN
            + "\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(encrypt(plain, password, iterations))
            + "\n"
            + END
            + "\n";
    Files.createDirectories(file.toAbsolutePath().getParent());
    // A process that is killed here must not leave half a key behind.
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(fresh, pem, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
    Files.move(fresh, file);
  }

  /**
   * Reads a key.
   *
   * @throws Fault KEY_PASSWORD, KEY_DAMAGED
   */
  public static DeviceKey read(Path file, char[] password) {
    try {
      String pem = Files.readString(file, StandardCharsets.US_ASCII);
      int from = pem.indexOf(BEGIN);
      int to = pem.indexOf(END);
      if (from < 0 || to < from) {
        throw new Fault(FaultCode.KEY_DAMAGED, file.toString());
      }
      byte[] plain =
          decrypt(
              Base64.getMimeDecoder().decode(pem.substring(from + BEGIN.length(), to)), password);
      if (plain.length != PKCS8.length + DeviceKey.SEED_BYTES
          || Arrays.mismatch(plain, PKCS8) != PKCS8.length) {
        // One wrong password in 256 ends in padding that looks right by chance.
        throw new Fault(FaultCode.KEY_PASSWORD, file.toString());
      }
      return DeviceKey.ofSeed(Arrays.copyOfRange(plain, PKCS8.length, plain.length));
    } catch (BadPaddingException wrong) {
      throw new Fault(FaultCode.KEY_PASSWORD, wrong, file.toString());
    } catch (IOException
        | GeneralSecurityException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException damaged) {
      throw new Fault(FaultCode.KEY_DAMAGED, damaged, file.toString());
    }
  }

  private static byte[] encrypt(byte[] plain, char[] password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    byte[] start = new byte[BLOCK_BYTES];
    SecureRandom random = new SecureRandom();
    random.nextBytes(salt);
    random.nextBytes(start);
    PBKDF2Params derivation = new PBKDF2Params(salt, iterations, KEY_BITS / 8, HMAC);
    PBES2Parameters scheme =
        new PBES2Parameters(
            new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation),
            new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(start)));
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, password, derivation, start).doFinal(plain);
      return new EncryptedPrivateKeyInfo(
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme), encrypted)
          .getEncoded();
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("every Java has PBKDF2 and AES", impossible);
    }
  }

  private static byte[] decrypt(byte[] encoded, char[] password) throws GeneralSecurityException {
    EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(encoded);
    AlgorithmIdentifier algorithm = info.getEncryptionAlgorithm();
    PBES2Parameters scheme = PBES2Parameters.getInstance(algorithm.getParameters());
    PBKDF2Params derivation =
        PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
    boolean ours =
        algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
            && scheme
                .getEncryptionScheme()
                .getAlgorithm()
                .equals(NISTObjectIdentifiers.id_aes256_CBC)
            && derivation.getPrf().equals(HMAC)
            && derivation.getIterationCount().bitLength() <= MAX_ITERATION_BITS;
    if (!ours) {
      throw new GeneralSecurityException("another scheme");
    }
    byte[] start =
        ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters()).getOctets();
    return cipher(Cipher.DECRYPT_MODE, password, derivation, start)
        .doFinal(info.getEncryptedData());
  }

  /** The JDK's own cipher for the scheme takes ASCII passwords only; its PBKDF2 takes UTF-8. */
  private static Cipher cipher(int mode, char[] password, PBKDF2Params derivation, byte[] start)
      throws GeneralSecurityException {
    String composed = Normalizer.normalize(new String(password), Normalizer.Form.NFC);
    PBEKeySpec spec =
        new PBEKeySpec(
            composed.toCharArray(),
            derivation.getSalt(),
            derivation.getIterationCount().intValueExact(),
            KEY_BITS);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
      return cipher;
    } finally {
      spec.clearPassword();
    }
  }
}

package vn.roquyen.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

final class KeyFileTest {
  /** Written by {@code openssl genpkey -algorithm ed25519 -aes-256-cbc -v2prf hmacWithSHA256}. */
  private static final String OF_ANOTHER_TOOL =
      """
      -----BEGIN ENCRYPTED PRIVATE KEY-----
      MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg4hyZLJfvW5QICCAAw
      DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEED8l22gORDoiCQvPookWlQMEQIa+
      3u3wG339GvqvBl6NRskSibSP47GMe3JkaF5p6zSyNQxtc1lMD6ENQ84CGTha0Uka
      k5bdOgLJEtZW6OUtRCU=
      -----END ENCRYPTED PRIVATE KEY-----
      """;

  @TempDir Path folder;

  @Test
  void aKeyComesBackWithItsPasswordOnly() throws Exception {
    Path file = folder.resolve("khóa của xã").resolve("device.pem");
    DeviceKey key = DeviceKey.create();
    KeyFile.write(file, key, "mật khẩu".toCharArray(), KeyFile.FAST);
    DeviceKey read = KeyFile.read(file, "mật khẩu".toCharArray());
    assertThat(read.publicKey()).isEqualTo(key.publicKey());
    assertThat(key.publicKey().verifies(new byte[] {1}, read.sign(new byte[] {1}))).isTrue();
    assertThat(Files.readString(file)).doesNotContain(HexFormat.of().formatHex(key.seed()));
    assertFault(FaultCode.KEY_PASSWORD, file, "mat khau");
    assertThatThrownBy(() -> KeyFile.write(file, key, "khác".toCharArray(), KeyFile.FAST))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aDamagedKeyFileIsAFaultWhateverTheByte() throws Exception {
    Path file = folder.resolve("device.pem");
    KeyFile.write(file, DeviceKey.create(), "x".toCharArray(), KeyFile.FAST);
    String pem = Files.readString(file);
    for (int length : new int[] {0, 10, 60, 100, pem.length() / 2, pem.length() - 40}) {
      Path cut = folder.resolve("cut" + length);
      Files.writeString(cut, pem.substring(0, length));
      assertThatExceptionOfType(Fault.class).isThrownBy(() -> KeyFile.read(cut, "x".toCharArray()));
    }
  }

  /** With this password the padding of the file looks right by chance, as it does once in 256. */
  @Test
  void aWrongPasswordIsNamedAlsoWhenThePaddingLooksRight() throws Exception {
    Path file = folder.resolve("other.pem");
    Files.writeString(file, OF_ANOTHER_TOOL);
    assertFault(FaultCode.KEY_PASSWORD, file, "sai 139");
  }

  @Test
  void aKeyFileOfAnotherToolIsRead() throws Exception {
    Path file = folder.resolve("other.pem");
    Files.writeString(file, OF_ANOTHER_TOOL);
    DeviceKey key = KeyFile.read(file, "mật khẩu".toCharArray());
    assertThat(HexFormat.of().formatHex(key.publicKey().encoded()))
        .isEqualTo("75de459f18661749069de9c03233086ad2cf0e72af8b738525cb40b0f9d10d56");
  }

  private static void assertFault(FaultCode code, Path file, String password) {
    assertThatExceptionOfType(Fault.class)
        .isThrownBy(() -> KeyFile.read(file, password.toCharArray()))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
  }
}

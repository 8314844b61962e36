package vn.roquyen.sync.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/** How stores are named. */
final class RemoteAddressTest {

  @Test
  void aPasswordInTheAddressIsTakenOut() {
    RemoteAddress address =
        RemoteAddress.of("davs://xa:b%C3%AD%40m@kho.example/x", null, null, null);
    assertThat(address.address()).isEqualTo("davs://kho.example/x");
    assertThat(address.user()).isEqualTo("xa");
    assertThat(address.password()).isEqualTo("bí@m");
    assertThat(address.toString()).doesNotContain("bí@m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "folder:",
        "folder: ",
        "kho",
        "ftp://a/b",
        "http://a/b",
        "dav:",
        "dav://",
        "s3://host",
        "davs:///x",
        "dav://a b/c",
        "folder:\0"
      })
  void whatIsNoAddressIsSaidToBe(String text) {
    Fault fault = catchThrowableOfType(Fault.class, () -> RemoteAddress.of(text, null, null, null));
    assertThat(fault.code()).isEqualTo(FaultCode.REMOTE_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "folder:/media/usb",
        "dav://localhost:8080",
        "davs://kho.example/remote.php/dav/files/xa/kho/",
        "s3://s3.example/thung/tien-to",
        "s3:http://localhost:9090/thung?region=vn-1"
      })
  void whatIsOneIsTaken(String text) {
    assertThat(RemoteAddress.of(text, null, null, null).address()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thư mục có dấu", "../kho", "kho/."})
  void aFolderIsTakenByItsWholePath(String text) {
    Path whole = Path.of(text).toAbsolutePath().normalize();
    assertThat(RemoteAddress.of("folder:" + text, null, null, null).address())
        .isEqualTo("folder:" + whole);
  }

  @Test
  void certificatesThatAreNoneAreSaidToBe() {
    RemoteAddress address = new RemoteAddress("davs://a/b", null, null, "no certificate");
    Fault fault = catchThrowableOfType(Fault.class, () -> address.open(Clock.systemUTC()));
    assertThat(fault.code()).isEqualTo(FaultCode.REMOTE_CERTIFICATES);
  }
}

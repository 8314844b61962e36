package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.roquyen.service.StoreDraft.Kind;

final class StoreDraftTest {
  @ParameterizedTest
  @CsvSource({
    "FOLDER,/media/usb,,,folder:/media/usb",
    "WEBDAV,https://kho.example/xa,,,davs://kho.example/xa",
    "WEBDAV,http://kho.example/xa,,,dav://kho.example/xa",
    "WEBDAV,kho.example/xa,,,davs://kho.example/xa",
    "WEBDAV,davs://kho.example/xa,,,davs://kho.example/xa",
    "S3,https://s3.example,kho/tinh,,s3:https://s3.example/kho/tinh",
    "S3,s3.example/,/kho/,ap-1,s3:https://s3.example/kho?region=ap-1",
    "S3,http://s3.example:9000,kho,,s3:http://s3.example:9000/kho"
  })
  void whatAPersonEntersBecomesAnAddressAndComesBack(
      Kind kind, String place, String bucket, String region, String address) {
    StoreDraft draft =
        new StoreDraft(
            kind,
            "kho",
            place,
            bucket == null ? "" : bucket,
            region == null ? "" : region,
            "xa",
            "bí mật",
            null,
            true);
    assertThat(draft.address()).isEqualTo(address);
    StoreDraft back = StoreDraft.of(new StoreService.Store("kho", address, "xa", true));
    assertThat(back.address()).isEqualTo(address);
    assertThat(back.kind()).isEqualTo(kind);
    assertThat(back.password()).isEmpty();
    assertThat(back.metered()).isTrue();
  }

  @org.junit.jupiter.api.Test
  void theShortFormOfS3IsTheSameStore() {
    StoreDraft draft =
        StoreDraft.of(new StoreService.Store("kho", "s3://s3.example/kho/tinh", null, false));
    assertThat(draft.place()).isEqualTo("https://s3.example");
    assertThat(draft.bucket()).isEqualTo("kho/tinh");
  }
}

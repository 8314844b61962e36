package vn.roquyen.sync.remote;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.roquyen.domain.Sha256;

/**
 * Signs a request as S3 wants it: AWS Signature Version 4 with the hash of the body, without a
 * query. Checked against the examples that its makers published.
 */
final class S3Signature implements HttpWire.Credentials {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final byte[] NOTHING = new byte[0];
  private static final int DAY = 8;

  private final String accessKey;
  private final String secretKey;
  private final String region;
  private final Clock clock;

  S3Signature(String accessKey, String secretKey, String region, Clock clock) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.region = region;
    this.clock = clock;
  }

  @Override
  public void sign(HttpWire.Call call, Map<String, String> headers) {
    byte[] body = call.body();
    String bodyHash = Sha256.hex(body == null ? NOTHING : body);
    String time = TIME.format(clock.instant());
    headers.put("x-amz-content-sha256", bodyHash);
    headers.put("x-amz-date", time);
    TreeMap<String, String> signed = new TreeMap<>();
    headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
    signed.put("host", host(call.uri()));
    String names = String.join(";", signed.keySet());
    String request =
        String.join(
            "\n",
            call.method(),
            call.uri().getRawPath(),
            "",
            signed.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue() + "\n")
                .collect(Collectors.joining()),
            names,
            bodyHash);
    String scope = time.substring(0, DAY) + "/" + region + "/s3/aws4_request";
    String text =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            time,
            scope,
            Sha256.hex(request.getBytes(StandardCharsets.UTF_8)));
    headers.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + accessKey
            + "/"
            + scope
            + ",SignedHeaders="
            + names
            + ",Signature="
            + HexFormat.of().formatHex(hmac(key(time.substring(0, DAY)), text)));
  }

  private byte[] key(String day) {
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    for (String step : new String[] {day, region, "s3", "aws4_request"}) {
      key = hmac(key, step);
    }
    return key;
  }

  /** As the client will write it: the port only when it is not the usual one. */
  private static String host(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }
}

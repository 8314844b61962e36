package vn.roquyen.sync.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Where a store is and how to get in.
 *
 * <ul>
 *   <li>{@code folder:PATH}
 *   <li>{@code dav://HOST/PATH} and {@code davs://HOST/PATH}: WebDAV without and with TLS
 *   <li>{@code s3://HOST/BUCKET/PREFIX}, {@code s3:http://…} without TLS, {@code ?region=} at the
 *       end
 * </ul>
 *
 * @param address without user and password
 * @param user or access key; null for none
 * @param certificates PEM of the authorities that the server is trusted by; null for the system's
 */
public record RemoteAddress(
    String address,
    @Nullable String user,
    @Nullable String password,
    @Nullable String certificates) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FOLDER = "folder:";
  private static final String FIRST_REGION = "us-east-1";

  /** Checks the form; what is secret never comes into a message. */
  public RemoteAddress {
    where(address);
  }

  /**
   * Takes user and password out of an address in which they were written, and makes that of a
   * folder hold from wherever the program is started.
   *
   * @throws Fault REMOTE_ADDRESS
   */
  public static RemoteAddress of(
      String text, @Nullable String user, @Nullable String password, @Nullable String pem) {
    int slashes = text.indexOf("://");
    int at = text.indexOf('@');
    int path = slashes < 0 ? -1 : text.indexOf('/', slashes + 3);
    boolean inside = slashes >= 0 && at > slashes && (path < 0 || at < path);
    if (text.startsWith(FOLDER)) {
      return new RemoteAddress(FOLDER + folder(text), user, password, pem);
    }
    if (!inside) {
      return new RemoteAddress(text, user, password, pem);
    }
    String[] login = text.substring(slashes + 3, at).split(":", 2);
    String plain = text.substring(0, slashes + 3) + text.substring(at + 1);
    return new RemoteAddress(
        plain, decode(login[0]), login.length > 1 ? decode(login[1]) : "", pem);
  }

  /** True when the store is a folder of this machine, which costs no network. */
  public boolean isFolder() {
    return address.startsWith(FOLDER);
  }

  /** Opens the store; nothing is sent yet. */
  public Remote open(Clock clock) {
    return open(clock, PATIENCE);
  }

  Remote open(Clock clock, Duration patience) {
    if (isFolder()) {
      return new FolderRemote(folder(address));
    }
    URI uri = where(address);
    if (address.startsWith("s3:")) {
      S3Signature signature = new S3Signature(text(user), text(password), region(address), clock);
      return new S3Remote(new HttpWire(signature, trusted(), patience), uri);
    }
    String basic =
        Base64.getEncoder()
            .encodeToString((text(user) + ":" + text(password)).getBytes(StandardCharsets.UTF_8));
    HttpWire.Credentials credentials =
        (call, headers) -> {
          if (user != null) {
            headers.put("Authorization", "Basic " + basic);
          }
        };
    return new WebDavRemote(new HttpWire(credentials, trusted(), patience), uri);
  }

  /** Never the password: this may end in a log. */
  @Override
  public String toString() {
    return address;
  }

  private static URI where(String address) {
    if (address.startsWith(FOLDER)) {
      return folder(address).toUri();
    }
    String plain = address.indexOf('?') < 0 ? address : address.substring(0, address.indexOf('?'));
    String web = plain.endsWith("/") ? plain : plain + "/";
    if (web.startsWith("dav://")) {
      return uri("http" + web.substring(3), address);
    }
    if (web.startsWith("davs://")) {
      return uri("https" + web.substring(4), address);
    }
    if (web.startsWith("s3://")) {
      return uri("https" + web.substring(2), address);
    }
    if (web.startsWith("s3:http://") || web.startsWith("s3:https://")) {
      return uri(web.substring(3), address);
    }
    throw new Fault(FaultCode.REMOTE_ADDRESS, address);
  }

  private static URI uri(String text, String address) {
    try {
      URI uri = new URI(text);
      boolean bucket = !address.startsWith("s3:") || uri.getPath().length() > 1;
      if (uri.getHost() == null || uri.getUserInfo() != null || !bucket) {
        throw new Fault(FaultCode.REMOTE_ADDRESS, address);
      }
      return new URI(uri.toASCIIString());
    } catch (URISyntaxException failure) {
      throw new Fault(FaultCode.REMOTE_ADDRESS, address);
    }
  }

  private static Path folder(String address) {
    String path = address.substring(FOLDER.length()).strip();
    if (path.isEmpty()) {
      throw new Fault(FaultCode.REMOTE_ADDRESS, address);
    }
    try {
      return Path.of(path.startsWith("///") ? path.substring(2) : path)
          .toAbsolutePath()
          .normalize();
    } catch (InvalidPathException failure) {
      throw new Fault(FaultCode.REMOTE_ADDRESS, address);
    }
  }

  private static String region(String address) {
    int at = address.indexOf("region=");
    return at < 0 ? FIRST_REGION : address.substring(at + 7).toLowerCase(Locale.ROOT);
  }

  private @Nullable SSLContext trusted() {
    if (certificates == null) {
      return null;
    }
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)))) {
        store.setCertificateEntry("authority" + number++, each);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException failure) {
      throw new Fault(FaultCode.REMOTE_CERTIFICATES, failure, address);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

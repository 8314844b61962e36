package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real server on loopback in a folder of its own, ended with the test. */
public final class RealServer implements AutoCloseable {
  public static final String USER = "xa";
  public static final String PASSWORD = "mật khẩu 1";
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

  private final Path folder;
  private final int port;
  private final Process process;
  private final String address;

  private RealServer(Path folder, int port, List<String> command, String address)
      throws IOException {
    this.folder = folder;
    this.port = port;
    this.address = address;
    this.process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    awaitOpen();
  }

  /** nginx with its own DAV module, as Debian ships it. */
  public static RealServer nginx() throws IOException {
    Path folder = folder();
    int port = freePort();
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        user root;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d;
            location /kho/ {
              root %1$s/www;
              dav_methods PUT DELETE MKCOL COPY MOVE;
              auth_basic kho;
              auth_basic_user_file %1$s/users;
            }
          }
        }
        """
            .formatted(folder, port));
    return new RealServer(
        folder,
        port,
        List.of("nginx", "-p", folder.toString(), "-c", config.toString(), "-g", "daemon off;"),
        "dav://localhost:%d/kho");
  }

  /** Apache with mod_dav, as Debian ships it. */
  public static RealServer apache() throws IOException {
    Path folder = folder();
    int port = freePort();
    Path config = folder.resolve("apache.conf");
    Files.writeString(
        config,
        apacheModules()
            + """
            ServerRoot %1$s
            ServerName localhost
            Listen 127.0.0.1:%2$d
            User www-data
            Group www-data
            PidFile %1$s/apache.pid
            ErrorLog %1$s/error.log
            DocumentRoot %1$s/www
            DavLockDB %1$s/www/locks
            KeepAliveTimeout 60
            <Location /kho>
              Dav On
              AuthType Basic
              AuthName kho
              AuthUserFile %1$s/users
              Require valid-user
            </Location>
            """
                .formatted(folder, port));
    return new RealServer(
        folder, port, List.of("apache2", "-X", "-f", config.toString()), "dav://localhost:%d/kho");
  }

  private static String apacheModules() {
    StringBuilder modules = new StringBuilder();
    for (String module :
        List.of(
            "mpm_event",
            "authn_core",
            "authn_file",
            "authz_core",
            "authz_user",
            "auth_basic",
            "dav",
            "dav_fs")) {
      modules.append("LoadModule %s_module %s/mod_%s.so\n".formatted(module, MODULES, module));
    }
    return modules.toString();
  }

  /** S3Mock, a server that speaks S3, as a process of its own. */
  public static RealServer s3() throws IOException {
    Path folder = folder();
    int port = freePort();
    Path jar = Path.of(System.getProperty("roquyen.project"), "target", "tools", "s3mock.jar");
    return new RealServer(
        folder,
        port,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Duser.home=" + folder,
            "-Djava.io.tmpdir=" + folder,
            "-jar",
            jar.toString(),
            "--com.adobe.testing.s3mock.httpPort=" + port,
            "--server.port=" + freePort(),
            "--com.adobe.testing.s3mock.store.initialBuckets=kho",
            "--com.adobe.testing.s3mock.store.root=" + folder.resolve("www")),
        "s3:http://localhost:%d/kho/tinh");
  }

  public int port() {
    return port;
  }

  /** Its address, or that of whoever stands before it. */
  public String address(int throughPort) {
    return address.formatted(throughPort);
  }

  public String address() {
    return address(port);
  }

  /** As if everything had been stored a while ago: some servers tag young files weakly. */
  void age() {
    FileTime before = FileTime.from(Instant.now().minusSeconds(60));
    try (Stream<Path> files = Files.walk(folder.resolve("www"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, before);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      discard(folder);
    }
  }

  /** What another user's process has left there is left to the system. */
  private static void discard(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException inUse) {
      System.err.println("left behind: " + folder);
    }
  }

  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("roquyen-server");
    Path store = Files.createDirectories(folder.resolve("www/kho"));
    for (Path each : List.of(folder, folder.resolve("www"), store)) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    byte[] sum = sha1(PASSWORD.getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        folder.resolve("users"), USER + ":{SHA}" + Base64.getEncoder().encodeToString(sum) + "\n");
    return folder;
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return java.security.MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitOpen() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (open.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
      try {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    throw new IOException(Files.readString(folder.resolve("output.log")));
  }
}

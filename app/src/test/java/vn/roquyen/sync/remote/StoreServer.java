package vn.roquyen.sync.remote;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that speaks enough HTTP for both kinds of remote, and answers what a test tells
 * it to: refusals, pages, servers that ignore conditions or ranges.
 */
public final class StoreServer implements AutoCloseable {
  /** An answer that is given in the place of the true one. */
  record Scripted(int status, Map<String, String> headers, String body) {
    static Scripted of(int status) {
      return new Scripted(status, Map.of(), "");
    }
  }

  final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  public final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  final ConcurrentLinkedQueue<Scripted> script = new ConcurrentLinkedQueue<>();
  @Nullable Scripted always;
  boolean ignoresIfNoneMatch;
  boolean knowsMove = true;
  boolean ignoresOverwrite;
  boolean knowsRanges = true;

  /** Whether it wants to know who reads; it always wants to know who writes. */
  public boolean refusesStrangers;

  /** Says 403 of a missing object to who may not list, as S3 does. */
  boolean hidesWhatIsMissing;

  private boolean s3;
  private final HttpServer server;

  public StoreServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  public String address(String scheme) {
    String host = "localhost:" + port() + "/store";
    s3 = scheme.equals("s3");
    return s3 ? "s3:http://" + host : "dav://" + host;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean stranger = exchange.getRequestHeaders().getFirst("Authorization") == null;
    requests.add(exchange.getRequestMethod() + " " + path + (stranger ? " unsigned" : ""));
    Scripted scripted = always != null ? always : script.poll();
    if (scripted != null) {
      scripted.headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      answer(exchange, scripted.status, scripted.body.getBytes(StandardCharsets.UTF_8));
      return;
    }
    boolean reads = exchange.getRequestMethod().equals("GET");
    if (stranger && s3 && isRefused(reads, path)) {
      answer(exchange, 403);
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "GET" -> get(exchange, objects.get(path));
      case "PUT" -> put(exchange, path, body);
      case "MOVE" -> move(exchange, path);
      case "MKCOL" -> answer(exchange, 201);
      case "DELETE" -> answer(exchange, objects.remove(path) == null ? 404 : 204);
      default -> answer(exchange, 501);
    }
  }

  private boolean isRefused(boolean reads, String path) {
    return !reads || refusesStrangers || (hidesWhatIsMissing && !objects.containsKey(path));
  }

  private void get(HttpExchange exchange, byte @Nullable [] content) throws IOException {
    if (content == null) {
      answer(exchange, 404);
      return;
    }
    Headers asked = exchange.getRequestHeaders();
    String tag = '"' + Digests.shortTag(content) + '"';
    exchange.getResponseHeaders().set("ETag", tag);
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    String range = asked.getFirst("Range");
    String onlyIf = asked.getFirst("If-Match");
    if (tag.equals(asked.getFirst("If-None-Match"))) {
      answer(exchange, 304);
    } else if (onlyIf != null && !onlyIf.equals(tag)) {
      answer(exchange, 412);
    } else if (knowsRanges && range != null && !differs(asked.getFirst("If-Range"), tag)) {
      int from = Integer.parseInt(range.substring(6, range.length() - 1));
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      answer(exchange, 206, Arrays.copyOfRange(content, from, content.length));
    } else {
      answer(exchange, 200, content);
    }
  }

  private static boolean differs(@Nullable String condition, String tag) {
    return condition != null && !condition.equals(tag);
  }

  private void put(HttpExchange exchange, String path, byte[] body) throws IOException {
    boolean createOnly = exchange.getRequestHeaders().getFirst("If-None-Match") != null;
    if (createOnly && !ignoresIfNoneMatch) {
      answer(exchange, objects.putIfAbsent(path, body) == null ? 200 : 412);
    } else {
      objects.put(path, body);
      answer(exchange, 200);
    }
  }

  private void move(HttpExchange exchange, String path) throws IOException {
    Headers asked = exchange.getRequestHeaders();
    String target = URI.create(asked.getFirst("Destination")).getPath();
    byte[] content = objects.get(path);
    if (!knowsMove) {
      answer(exchange, 405);
    } else if (content == null) {
      answer(exchange, 404);
    } else if (!ignoresOverwrite
        && "F".equals(asked.getFirst("Overwrite"))
        && objects.putIfAbsent(target, content) != null) {
      answer(exchange, 412);
    } else {
      objects.put(target, content);
      objects.remove(path);
      answer(exchange, 201);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte... content)
      throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
      if (content.length > 0) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  /** Everything that is stored, by name, without what a probe or a broken attempt left. */
  Map<String, byte[]> stored() {
    Map<String, byte[]> all = new TreeMap<>(objects);
    all.keySet().removeIf(name -> name.contains("/tmp/") || name.contains("/probe"));
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

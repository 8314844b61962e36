package vn.roquyen.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A shared store as a person describes it in a form.
 *
 * @param place folder, or address of the server as a browser shows it
 * @param bucket of S3, with the path in it; empty for others
 * @param region of S3; empty for that of the program
 * @param user or access key; empty for none
 * @param password or secret key; empty to keep the one that is kept for the same store
 * @param authorities file with the certificates that the server is trusted by; null to keep
 */
public record StoreDraft(
    Kind kind,
    String name,
    String place,
    String bucket,
    String region,
    String user,
    String password,
    @Nullable Path authorities,
    boolean metered) {

  /** What a store is. */
  public enum Kind {
    FOLDER,
    WEBDAV,
    S3
  }

  private static final String REGION = "?region=";

  /** An empty form. */
  public static StoreDraft blank(Kind kind) {
    return new StoreDraft(kind, "", "", "", "", "", "", null, false);
  }

  /** A store that is there, without its password. */
  public static StoreDraft of(StoreService.Store store) {
    String address = store.address();
    String user = store.user() == null ? "" : store.user();
    if (store.isFolder()) {
      String folder = address.substring("folder:".length());
      return new StoreDraft(
          Kind.FOLDER, store.name(), folder, "", "", "", "", null, store.metered());
    }
    if (address.startsWith("dav")) {
      String web = "http" + address.substring("dav".length());
      return new StoreDraft(
          Kind.WEBDAV, store.name(), web, "", "", user, "", null, store.metered());
    }
    String plain =
        address.startsWith("s3://") ? "https" + address.substring(2) : address.substring(3);
    int asked = plain.indexOf(REGION);
    String region = asked < 0 ? "" : plain.substring(asked + REGION.length());
    String web = asked < 0 ? plain : plain.substring(0, asked);
    int path = web.indexOf('/', web.indexOf("://") + 3);
    return new StoreDraft(
        Kind.S3,
        store.name(),
        path < 0 ? web : web.substring(0, path),
        path < 0 ? "" : web.substring(path + 1),
        region,
        user,
        "",
        null,
        store.metered());
  }

  /** The address as {@code remote add} takes it. */
  public String address() {
    String where = place.strip();
    return switch (kind) {
      case FOLDER -> "folder:" + where;
      case WEBDAV -> dav(where);
      case S3 -> {
        String web = where.contains("://") ? where : "https://" + where;
        String server = web.endsWith("/") ? web.substring(0, web.length() - 1) : web;
        String inside = bucket.strip().replaceAll("^/+|/+$", "");
        yield "s3:" + server + "/" + inside + (region.isBlank() ? "" : REGION + region.strip());
      }
    };
  }

  private static String dav(String where) {
    if (where.startsWith("http://") || where.startsWith("https://")) {
      return "dav" + where.substring("http".length());
    }
    return where.contains("://") ? where : "davs://" + where;
  }
}

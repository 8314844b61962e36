package vn.roquyen.persistence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Lets H2 open a file in a folder of any name. H2 ends the path at the first ";" of its URL and
 * knows no escape for it; so the URL holds the path encoded, and this file system decodes it.
 */
public final class EncodedPath extends FilePathWrapper {
  private static final String SCHEME = "roquyen";

  /** The file's part of the URL. */
  static String of(Path file) {
    FilePath.register(new EncodedPath());
    return encoded(file.toAbsolutePath().toString());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FilePathWrapper wrap(FilePath base) {
    return getPath(encoded(base.toString()));
  }

  @Override
  protected FilePath unwrap(String path) {
    String file = path.substring(SCHEME.length() + 1);
    return FilePath.get(URLDecoder.decode(file, StandardCharsets.UTF_8));
  }

  private static String encoded(String path) {
    return SCHEME + ":" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}

package vn.roquyen.exchange;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Fault;

/** Reads an input file row by row, so that no file is in memory as a whole. */
public interface RowReader extends AutoCloseable {

  /**
   * The next row, or null at the end of the file.
   *
   * @throws Fault INPUT_NOT_UTF8, INPUT_COLUMNS, INPUT_TOO_LARGE, INPUT_COMPRESSED_TOO_FAR,
   *     INPUT_DAMAGED: the file as a whole cannot be used
   */
  @Nullable ReadRow next();

  /** The fields that this file says something about; others are left as they are. */
  Set<String> stated();

  /** Bytes of the file read so far, as they lie on disk. */
  long bytesRead();

  @Override
  void close();
}

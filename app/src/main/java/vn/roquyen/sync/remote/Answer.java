package vn.roquyen.sync.remote;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a store answers when it is asked for an object. */
public sealed interface Answer {

  /** There is none of that name. */
  record Missing() implements Answer {}

  /** It is the version that the asker knows. */
  record Unchanged() implements Answer {}

  /**
   * It is here.
   *
   * @param from which byte the content begins with
   * @param total length of the object, -1 when the store does not say
   * @param tag name of this version, null when the store has none
   * @param content to be closed by the reader
   */
  record Found(long from, long total, @Nullable String tag, InputStream content)
      implements Answer {}
}

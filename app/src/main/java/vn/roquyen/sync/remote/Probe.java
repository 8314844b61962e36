package vn.roquyen.sync.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tries with an object that stands in a store how the store lets it be read. */
final class Probe {
  private final HttpObjects objects;

  Probe(HttpObjects objects) {
    this.objects = objects;
  }

  /**
   * Reads an object in every way.
   *
   * @param open whether anybody may read, as was found before
   */
  Remote.Abilities read(URI object, Remote.Way way, byte[] content, boolean open) {
    String tag = tag(object);
    boolean ranges = false;
    boolean conditions = false;
    if (tag != null) {
      conditions = objects.open(object, 0, tag) instanceof Answer.Unchanged;
      int middle = content.length / 2;
      ranges =
          objects.open(object, middle, tag) instanceof Answer.Found part && starts(part, middle);
    }
    return new Remote.Abilities(way, ranges, conditions, open);
  }

  private @Nullable String tag(URI object) {
    if (objects.open(object, 0, null) instanceof Answer.Found found) {
      close(found.content());
      return found.tag();
    }
    return null;
  }

  private static boolean starts(Answer.Found part, int at) {
    close(part.content());
    return part.from() == at;
  }

  private static void close(InputStream content) {
    try (content) {
      content.skipNBytes(0);
    } catch (IOException nothingMoreComes) {
      // Only the head of the answer was wanted.
    }
  }
}

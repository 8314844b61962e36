package vn.roquyen.sync.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what is read of the contents of another remote, and from which byte on. */
final class CountingRemote implements Remote {
  final List<Long> from = new ArrayList<>();
  long read;
  private final Remote remote;

  CountingRemote(Remote remote) {
    this.remote = remote;
  }

  @Override
  public Answer open(String name, long first, @Nullable String tag) {
    from.add(first);
    return remote.open(name, first, tag) instanceof Answer.Found found
        ? new Answer.Found(found.from(), found.total(), found.tag(), counted(found.content()))
        : new Answer.Missing();
  }

  private InputStream counted(InputStream content) {
    return new FilterInputStream(content) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        read += Math.max(0, count);
        return count;
      }
    };
  }

  @Override
  public Made create(String name, byte[] content) {
    return remote.create(name, content);
  }

  @Override
  public void replace(String name, byte[] content) {
    remote.replace(name, content);
  }

  @Override
  public void delete(String name) {
    remote.delete(name);
  }

  @Override
  public Abilities probe() {
    return remote.probe();
  }

  @Override
  public void recall(Abilities abilities) {
    remote.recall(abilities);
  }

  @Override
  public void close() {
    remote.close();
  }
}
